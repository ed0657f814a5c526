type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }
  | { readonly ok: false; readonly why: 'broken' | 'encrypted' | 'too-big' }

/**
 * Unpacks the wanted entries. `limit` is for the sum of their unpacked bytes. An encrypted entry or a wrong checksum
 * refuses the whole archive.
 */
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

type Entry = {
  readonly path: string
  readonly method: number
  readonly encrypted: boolean
  readonly sum: number
  readonly start: number
  readonly length: number
}

/** The central directory; null when it is damaged. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOf(view)
  if (directory === null) return null

  const entries: Entry[] = []
  let at = directory.start
  for (let count = directory.count; count > 0; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySign) return null
    const [named, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    if (at + 46 + named + extra > bytes.length) return null
    const { length, local } = placeOf(view, at, at + 46 + named, extra)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localSign) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
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

type Directory = { readonly start: number; readonly count: number }

/** Writers that do not know the size in advance use the 64-bit fields even for the smallest file. */
function directoryOf(view: DataView): Directory | null {
  const end = endOf(view)
  if (end === null) return null
  const [start, count] = [view.getUint32(end + 16, true), view.getUint16(end + 10, true)]
  if (start !== elsewhere && count !== 0xffff) return { start, count }

  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== locatorSign) return null
  const large = Number(view.getBigUint64(locator + 8, true))
  if (large + 56 > view.byteLength || view.getUint32(large, true) !== largeEndSign) return null
  return {
    start: Number(view.getBigUint64(large + 48, true)),
    count: Math.min(Number(view.getBigUint64(large + 32, true)), 0xffff),
  }
}

/** The packed length and local header of an entry; a number with all bits set is given in 64 bits after the name. */
function placeOf(view: DataView, entry: number, extra: number, extraLength: number) {
  const fields = [24, 20, 42].map((offset) => view.getUint32(entry + offset, true))
  let at = extra
  while (at + 4 <= extra + extraLength && view.getUint16(at, true) !== largeField)
    at += 4 + view.getUint16(at + 2, true)
  at += 4
  const [, length = 0, local = 0] = fields.map((field) => {
    if (field !== elsewhere || at + 8 > extra + extraLength) return field
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
  return { length, local }
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

/** The archive's own checksum: a damaged stream may unpack to wrong digits without an error. */
export const crc32 = (bytes: Uint8Array): number => crcEnded(crcOver(crcBegun, bytes))

/** The same for bytes in pieces: start with this, then `crcOver` each piece, then `crcEnded`. */
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
const elsewhere = 0xffffffff
const locatorSign = 0x07064b50
const largeEndSign = 0x06064b50
const largeField = 1
