import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { gbkNeeds, needs, otherHabits, type Page, roll } from './sample-lists.ts'

// Writes public/samples/ again from test/support/lists/sample-lists.ts: node test/support/lists/make-samples.ts

const folder = fileURLToPath(new URL('../../../public/samples/', import.meta.url))
await mkdir(folder, { recursive: true })
await write('needs-list.xlsx', [needs])
await write('needs-list-other-habits.xlsx', otherHabits)
await write('volunteer-roll.xlsx', [roll])
await writeFile(`${folder}needs-list-gbk.csv`, gbk(gbkNeeds.replaceAll('\n', '\r\n')))

async function write(file: string, pages: readonly Page[]) {
  const sheets = pages.map(({ sheet, data, widths }) => ({
    sheet,
    data: data.map((row) => row.map((cell) => (cell instanceof Date ? { value: cell, format: 'yyyy/m/d' } : cell))),
    columns: widths.map((width) => ({ width })),
  }))
  await writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0]).toFile(folder + file)
}

/** There is no encoder for GBK in the platform, but its decoder knows every character. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gbk')
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  }
  return new Uint8Array(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))),
  )
}
