import { expect, test } from 'vitest'
import { unzip } from '#files/unzip.ts'
import { writeXlsx } from '#files/write-xlsx.ts'

test('a workbook names its normal style, without which readers warn that it has no default', async () => {
  const bytes = await writeXlsx([{ name: '清单', columns: [{ head: '姓名', width: 10 }], rows: [] }])
  const files = await unzip(bytes, (path) => path === 'xl/styles.xml', 100_000)
  const styles = files.ok ? new TextDecoder().decode(files.files.get('xl/styles.xml')) : files.why

  expect(styles).toMatch(
    /<\/cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"\/><\/cellStyles>/,
  )
  expect(styles).toMatch(/<cellStyleXfs count="1">/)
})
