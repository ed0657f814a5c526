import { crc32 } from '#files/unzip.ts'

/** A zip archive of these files without compression, for tests that build a workbook part by part. */
export function packStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const named = [...files].map(([path, file]) => ({ path: new TextEncoder().encode(path), file, sum: crc32(file) }))
  const size = named.reduce((sum, { path, file }) => sum + 30 + 46 + 2 * path.length + file.length, 22)
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  const starts: number[] = []
  let at = 0
  for (const { path, file, sum } of named) {
    starts.push(at)
    view.setUint32(at, localSign, true)
    describe(view, at + 14, sum, file.length, path.length)
    out.set(path, at + 30)
    out.set(file, at + 30 + path.length)
    at += 30 + path.length + file.length
  }
  const directory = at
  for (const [index, { path, file, sum }] of named.entries()) {
    view.setUint32(at, entrySign, true)
    describe(view, at + 16, sum, file.length, path.length)
    view.setUint32(at + 42, starts[index] ?? 0, true)
    out.set(path, at + 46)
    at += 46 + path.length
  }
  view.setUint32(at, endSign, true)
  view.setUint16(at + 8, named.length, true)
  view.setUint16(at + 10, named.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

function describe(view: DataView, at: number, sum: number, file: number, path: number) {
  view.setUint32(at, sum, true)
  view.setUint32(at + 4, file, true)
  view.setUint32(at + 8, file, true)
  view.setUint16(at + 12, path, true)
}

const localSign = 0x04034b50
const entrySign = 0x02014b50
const endSign = 0x06054b50
