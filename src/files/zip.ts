import { crcBegun, crcEnded, crcOver } from './unzip.ts'

/** A text file to pack; its pieces are requested one after the other, as fast as the archive is read. */
type ZipFile = { readonly name: string; readonly text: Iterable<string> | AsyncIterable<string> }

/**
 * Packs text files into a zip archive that is never in memory as a whole: sizes and checksums follow each file, once
 * they are known. Compression is the platform's own, which both runtimes have; why no library does it is in
 * docs/decisions/0029-own-zip-writer.md.
 */
export async function* zipped(files: Iterable<ZipFile>): AsyncGenerator<Uint8Array, void, void> {
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, text } of files) {
    const path = new TextEncoder().encode(name)
    const start = at
    const head = localHead(path)
    yield head
    const plain = { size: 0, sum: crcBegun }
    let packed = 0
    for await (const bytes of deflated(counted(text, plain))) {
      packed += bytes.length
      yield bytes
    }
    const entry = { path, packed, size: plain.size, sum: crcEnded(plain.sum) }
    yield behind(entry)
    at += head.length + packed + behindLength
    directory.push(directoryEntry(entry, start))
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  yield* directory
  yield directoryEnd(directory.length, size, at)
}

type Entry = {
  readonly path: Uint8Array
  readonly packed: number
  readonly size: number
  readonly sum: number
}

async function* counted(text: ZipFile['text'], plain: { size: number; sum: number }) {
  const encoder = new TextEncoder()
  for await (const piece of text) {
    const bytes = encoder.encode(piece)
    plain.size += bytes.length
    plain.sum = crcOver(plain.sum, bytes)
    yield bytes
  }
}

/** A reader that stops midway stops the writing too. */
async function* deflated(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array, void, void> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  const reader = source.pipeThrough(new CompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

// The format's version when compression was added, and the earliest date it can store: a fixed date makes the same
// facts give the same bytes.
const version = 20
const deflateMethod = 8
const firstDay = 0x21
/** Sizes and checksum follow the file; names are in UTF-8. */
const flags = 0x0808

const localHead = (path: Uint8Array) =>
  record(30, 0x04034b50, path, (view) => describe(view, 4, { path, packed: 0, size: 0, sum: 0 }))

const behindLength = 16
const behind = ({ sum, packed, size }: Entry) =>
  record(behindLength, 0x08074b50, new Uint8Array(), (view) => {
    view.setUint32(4, sum, true)
    view.setUint32(8, packed, true)
    view.setUint32(12, size, true)
  })

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

function describe(view: DataView, at: number, { packed, size, sum, path }: Entry): void {
  view.setUint16(at, version, true)
  view.setUint16(at + 2, flags, true)
  view.setUint16(at + 4, deflateMethod, true)
  view.setUint16(at + 8, firstDay, true)
  view.setUint32(at + 10, sum, true)
  view.setUint32(at + 14, packed, true)
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
