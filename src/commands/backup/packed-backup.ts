import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { databaseFile } from '#src/commands/running/machine.ts'
import { BrokenArchive, tarOf, untar } from './tar.ts'

// A backup is one file: tar, zstd and, where there are recipients, age. Debian's `age`, `zstd` and `tar` open it as well.

/** Packs a checked copy of the database and the photos of the data folder. */
export async function pack(
  {
    copy,
    dataDir,
    file,
    at,
  }: { readonly copy: string; readonly dataDir: string; readonly file: string; readonly at: Date },
  recipients: readonly string[],
): Promise<void> {
  const photos = photosOf(dataDir).map((name) => ({ name: `photos/${name}`, path: join(dataDir, 'photos', name) }))
  const packed = Readable.from(tarOf([{ name: databaseName, path: databaseFile(copy) }, ...photos], at)).compose(
    createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
  )
  const sealed = recipients.length ? await encrypted(packed, recipients) : packed
  await pipeline(sealed, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
}

async function encrypted(packed: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return Readable.fromWeb((await encrypter.encrypt(webOf(packed))) as ReadableStream<Uint8Array>)
}

/** `locked`: it is encrypted for another key than the ones given. */
export type Unpacked =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'locked' | 'damaged'; readonly what: string }

/** Unpacks a backup into an empty folder; `identities` are secret keys of age. */
export async function unpack(file: string, folder: string, identities: readonly string[]): Promise<Unpacked> {
  mkdirSync(join(folder, 'photos'), { recursive: true, mode: 0o700 })
  const bytes = createReadStream(file)
  const packed = file.includes('.age') ? await decrypted(bytes, identities) : bytes
  if (!packed) return { ok: false, why: 'locked', what: 'age' }
  try {
    await pipeline(packed, createZstdDecompress(), (chunks) => untar(chunks, (name) => pathIn(folder, name)))
    return existsSync(databaseFile(folder)) ? { ok: true } : damaged(new BrokenArchive())
  } catch (error) {
    return damaged(error as Error)
  }
}

async function decrypted(bytes: Readable, identities: readonly string[]): Promise<Readable | null> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return Readable.fromWeb((await decrypter.decrypt(webOf(bytes))) as ReadableStream<Uint8Array>)
  } catch {
    return null
  }
}

const damaged = (error: Error & { code?: string }): Unpacked => ({
  ok: false,
  why: 'damaged',
  what: error.code ?? error.name,
})

const webOf = (bytes: Readable) => Readable.toWeb(bytes) as globalThis.ReadableStream<Uint8Array<ArrayBuffer>>

const databaseName = 'micro-wish.db'
const pathIn = (folder: string, name: string): string | null =>
  name === databaseName || /^photos\/[\w-]{8,64}$/.test(name) ? join(folder, name) : null

/** Complete ones only: while it is being written, a photo's name contains a dot. */
export function photosOf(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'photos')
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes('.')) : []
}
