/**
 * A zip archive's entries that `wanted` picks, unpacked with a limit on their sum, and packed again without compression.
 * The spreadsheet reader unpacks larger entries in a web worker, which Workers do not have, and without any limit.
 */
type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }
  | { readonly ok: false; readonly why: 'broken' | 'encrypted' | 'too-big' }

/** `limit` is the sum of the unpacked bytes. An entry that is encrypted, or whose checksum is wrong, refuses the whole. */
export async function unzip(bytes: Uint8Array, wanted: (path: string) => boolean, limit: number): Promise<Unzipped> {
  const entries = entriesOf(bytes)
  if (entries === null) return { ok: false, why: 'broken' }

  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let left = limit
  for (const entry of entries.filter(({ path }) => wanted(path))) {
    if (entry.encrypted) return { ok: false, why: 'encrypted' }
    const packed = bytes.slice(entry.start, entry.start + entry.length)
    const file = entry.method === 0 ? packed : entry.method === 8 ? await inflate(packed, left) : null
    if (file === null) return { ok: false, why: 'broken' }
    if (file === 'too-big' || file.length > left) return { ok: false, why: 'too-big' }
    if (crc32(file) !== entry.sum) return { ok: false, why: 'broken' }
    left -= file.length
    files.set(entry.path, file)
  }
  return { ok: true, files }
}

/** A zip archive of these files, stored as they are, for a reader that only takes archives. */
export function packStored(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
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
  return out.buffer
}

type Entry = {
  readonly path: string
  readonly method: number
  readonly encrypted: boolean
  readonly sum: number
  readonly start: number
  readonly length: number
}

/** The central directory; null when it is damaged, or of the 64-bit kind that no list of a few pages needs. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null

  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySign) return null
    const [named, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localSign) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const length = view.getUint32(at + 20, true)
    if (start + length > bytes.length) return null
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      sum: view.getUint32(at + 16, true),
      start,
      length,
    })
    at += 46 + named + extra + comment
  }
  return entries
}

function endOf(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endSign) return at
  }
  return null
}

async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-big' | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      if (size > limit) {
        await reader.cancel()
        return 'too-big'
      }
      chunks.push(next.value)
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function describe(view: DataView, at: number, sum: number, file: number, path: number) {
  view.setUint32(at, sum, true)
  view.setUint32(at + 4, file, true)
  view.setUint32(at + 8, file, true)
  view.setUint16(at + 12, path, true)
}

/** The archive's own check: a damaged stream may unpack to other digits without complaint. */
export const crc32 = (bytes: Uint8Array): number => crcEnded(crcOver(crcBegun, bytes))

/** The same for bytes that come piece by piece: begun, over each piece, ended. */
export const crcBegun = 0xffffffff
export const crcEnded = (sum: number): number => (sum ^ 0xffffffff) >>> 0
export function crcOver(sum: number, bytes: Uint8Array): number {
  let so = sum
  for (const byte of bytes) so = (crcTable[(so ^ byte) & 0xff] ?? 0) ^ (so >>> 8)
  return so
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>((sum) => (sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1), byte),
)

const localSign = 0x04034b50
const entrySign = 0x02014b50
const endSign = 0x06054b50
