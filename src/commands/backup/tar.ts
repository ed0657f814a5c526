import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { finished } from 'node:stream/promises'

// The tar format of POSIX (ustar), as much of it as a backup needs: plain files with short names.

const block = 512
/** How much of a file is read at once. */
const portion = 1 << 18

type FileToPack = { readonly name: string; readonly path: string }

/** The bytes of an archive. A file that is gone by the time it is reached is left out. */
export async function* tarOf(files: readonly FileToPack[], at: Date): AsyncGenerator<Uint8Array> {
  for (const { name, path } of files) {
    const file = await opened(path)
    if (!file) continue
    try {
      const { size } = await file.stat()
      yield headerOf(name, size, at)
      for (let sent = 0; sent < size; ) {
        const { buffer, bytesRead } = await file.read(new Uint8Array(portion), 0, portion, sent)
        if (!bytesRead) throw new Error('a file has become shorter while it was read')
        const part = buffer.subarray(0, Math.min(bytesRead, size - sent))
        sent += part.length
        yield part
      }
      if (size % block) yield new Uint8Array(block - (size % block))
    } finally {
      await file.close()
    }
  }
  yield new Uint8Array(2 * block)
}

async function opened(path: string) {
  try {
    return await open(path)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

function headerOf(name: string, size: number, at: Date): Uint8Array {
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  // Eleven octal digits: 8 GB.
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11) throw new Error('too large for an archive')
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100)
  header.write(`${octal(size, 11)}\0${octal(Math.floor(at.getTime() / 1000), 11)}\0        0`, 124)
  header.write('ustar\0' + '00', 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

const sumOf = (header: Uint8Array): number => header.reduce((sum, byte) => sum + byte, 0)

/** An archive that is cut off, changed, or has a file that no backup has. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive'
}

/** Writes the files of an archive where `pathFor` says; a name for which it says null is refused. */
export async function untar(
  chunks: AsyncIterable<Uint8Array>,
  pathFor: (name: string) => string | null,
): Promise<void> {
  const bytes = readerOf(chunks)
  for (;;) {
    const header = Buffer.from(await bytes.exactly(block))
    if (header.every((byte) => byte === 0)) return end(bytes)
    const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
    const sum = Number.parseInt(text(148, 8), 8)
    header.fill(' ', 148, 156)
    const path = pathFor(text(0, 100))
    if (sum !== sumOf(header) || text(156, 1) !== '0' || path === null) throw new BrokenArchive('a header is wrong')
    await copy(bytes, Number.parseInt(text(124, 12), 8), path)
  }
}

/** The second empty block, and nothing after it: decompressing alone does not notice that a file was cut off. */
async function end(bytes: Reader): Promise<void> {
  const last = await bytes.exactly(block)
  if (last.some((byte) => byte !== 0) || !(await bytes.isOver())) throw new BrokenArchive('its end is wrong')
}

async function copy(bytes: Reader, size: number, path: string): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const written = finished(file)
  // Awaited below; a failure before then must not end the process.
  written.catch(() => {})
  for (let left = size; left > 0; ) {
    const chunk = await bytes.some(left)
    left -= chunk.length
    if (!file.write(chunk)) await Promise.race([once(file, 'drain'), written])
  }
  file.end()
  await written
  await bytes.exactly((block - (size % block)) % block)
}

type Reader = ReturnType<typeof readerOf>

function readerOf(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  /** At most that many bytes, and at least one. */
  async function some(most: number): Promise<Uint8Array> {
    while (!rest.length) {
      const next = await source.next()
      if (next.done) throw new BrokenArchive('it is cut off')
      rest = next.value
    }
    const part = rest.subarray(0, most)
    rest = rest.subarray(part.length)
    return part
  }
  async function exactly(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    for (let left = count; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(await some(left))
    return Buffer.concat(parts)
  }
  async function isOver(): Promise<boolean> {
    return rest.length === 0 && ((await source.next()).done ?? false)
  }
  return { some, exactly, isOver }
}
