import { expect, test } from 'vitest'
import { crc32, packStored, unzip } from '#import/unzip.ts'

test('an archive that unpacks to more than it may is stopped on the way', async () => {
  const bomb = new Response(
    new Blob([new Uint8Array(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  )
  const packed = new Uint8Array(await bomb.arrayBuffer())
  const archive = new Uint8Array(packStored(new Map([['xl/workbook.xml', packed]])))
  // In the central directory: method 8 is deflate, and the sum is that of the unpacked bytes.
  const entry = new DataView(archive.buffer, archive.length - 22 - 46 - 'xl/workbook.xml'.length)
  entry.setUint16(10, 8, true)
  entry.setUint32(16, crc32(new Uint8Array(3_000_000)), true)

  expect(await unzip(archive, () => true, 3_000_000)).toMatchObject({ ok: true })
  expect(await unzip(archive, () => true, 2_999_999)).toEqual({ ok: false, why: 'too-big' })
})

test('what is packed comes out the same, and a damaged byte is noticed', async () => {
  const files = new Map([
    ['a.xml', new TextEncoder().encode('王芳')],
    ['b.xml', new Uint8Array()],
  ])
  const archive = new Uint8Array(packStored(files))
  const damaged = archive.with(archive.indexOf(0xe7), 0xe8)

  expect(await unzip(archive, () => true, 100)).toEqual({ ok: true, files })
  expect(await unzip(archive, (path) => path === 'b.xml', 0)).toMatchObject({ ok: true })
  expect(await unzip(damaged, () => true, 100)).toEqual({ ok: false, why: 'broken' })
})
