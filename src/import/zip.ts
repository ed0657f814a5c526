import { crc32 } from './unzip.ts'

/**
 * Packs text files into a zip archive. The spreadsheet writer of the registry packs larger files in a web worker, which
 * Workers do not have; the platform's own compression is on both runtimes.
 */
export async function zip(files: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Entry[] = []
  for (const [name, text] of files) {
    const bytes = new TextEncoder().encode(text)
    const path = new TextEncoder().encode(name)
    entries.push({ path, packed: await deflate(bytes), size: bytes.length, sum: crc32(bytes) })
  }

  const starts: number[] = []
  const parts: Uint8Array[] = []
  let at = 0
  const put = (bytes: Uint8Array) => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const entry of entries) {
    starts.push(at)
    put(localHead(entry))
    put(entry.packed)
  }
  const directory = at
  entries.forEach((entry, index) => void put(directoryEntry(entry, starts[index] ?? 0)))
  put(directoryEnd(entries.length, at - directory, directory))
  return joined(parts, at)
}

type Entry = {
  readonly path: Uint8Array
  readonly packed: Uint8Array
  readonly size: number
  readonly sum: number
}

const localHead = (entry: Entry) => record(30, 0x04034b50, entry.path, (view) => describe(view, 4, entry))

const directoryEntry = (entry: Entry, start: number) =>
  record(46, 0x02014b50, entry.path, (view) => {
    view.setUint16(4, version, true)
    describe(view, 6, entry)
    view.setUint32(42, start, true)
  })

const directoryEnd = (count: number, size: number, start: number) =>
  record(22, 0x06054b50, new Uint8Array(), (view) => {
    view.setUint16(8, count, true)
    view.setUint16(10, count, true)
    view.setUint32(12, size, true)
    view.setUint32(16, start, true)
  })

// What the format was when compression came in, and the first day it can name: the same facts give the same bytes.
const version = 20
const deflated = 8
const firstDay = 0x21

function describe(view: DataView, at: number, { packed, size, sum, path }: Entry): void {
  view.setUint16(at, version, true)
  view.setUint16(at + 4, deflated, true)
  view.setUint16(at + 8, firstDay, true)
  view.setUint32(at + 10, sum, true)
  view.setUint32(at + 14, packed.length, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, path.length, true)
}

function record(size: number, sign: number, path: Uint8Array, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size + path.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, sign, true)
  fill(view)
  bytes.set(path, size)
  return bytes
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
