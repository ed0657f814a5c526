import { expect, test } from 'vitest'
import { crc32, unzip } from '#files/unzip.ts'
import { packStored } from '#test/support/lists/pack-stored.ts'

test('an archive that unpacks to more than it may is stopped on the way', async () => {
  const bomb = new Response(
    new Blob([new Uint8Array(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  )
  const packed = new Uint8Array(await bomb.arrayBuffer())
  const archive = packStored(new Map([['xl/workbook.xml', packed]]))
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
  const archive = packStored(files)
  const damaged = archive.with(archive.indexOf(0xe7), 0xe8)

  expect(await unzip(archive, () => true, 100)).toEqual({ ok: true, files })
  expect(await unzip(archive, (path) => path === 'b.xml', 0)).toMatchObject({ ok: true })
  expect(await unzip(damaged, () => true, 100)).toEqual({ ok: false, why: 'broken' })
})

test('an archive with numbers of 64 bits is read, as some writers make it of the smallest file', async () => {
  const archive = packStored(new Map([['a.xml', new TextEncoder().encode('王芳')]]))
  const view = new DataView(archive.buffer)
  const directory = view.getUint32(archive.length - 6, true)
  const entry = archive.slice(directory, archive.length - 22)
  const large = new Uint8Array(entry.length + 28 + 56 + 20 + 22)
  const to = new DataView(large.buffer)
  large.set(entry)
  to.setUint16(30, 28, true)
  for (const at of [20, 24, 42]) to.setUint32(at, 0xffffffff, true)
  let at = entry.length
  to.setUint16(at, 1, true)
  to.setUint16(at + 2, 24, true)
  for (const [n, value] of [6, 6, 0].entries()) to.setBigUint64(at + 4 + n * 8, BigInt(value), true)
  at += 28
  to.setUint32(at, 0x06064b50, true)
  to.setBigUint64(at + 32, 1n, true)
  to.setBigUint64(at + 48, BigInt(directory), true)
  to.setUint32(at + 56, 0x07064b50, true)
  to.setBigUint64(at + 64, BigInt(directory + at), true)
  to.setUint32(at + 76, 0x06054b50, true)
  to.setUint16(at + 86, 0xffff, true)
  to.setUint32(at + 92, 0xffffffff, true)

  const whole = new Uint8Array([...archive.slice(0, directory), ...large])
  expect(await unzip(whole, () => true, 100)).toEqual({
    ok: true,
    files: new Map([['a.xml', new TextEncoder().encode('王芳')]]),
  })
})
