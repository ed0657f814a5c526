import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isSignedBy, sha256Bytes, signerOf } from '#auth/log-keys.ts'
import { isEqual } from '#domain/log/byte-strings.ts'
import { checkLetters } from '#domain/log/check-letters.ts'
import { isContinued } from '#domain/log/log-proofs.ts'
import {
  type Checkpoint,
  cosignedText,
  keyIdOf,
  logKeyType,
  readCheckpoint,
  readNote,
  readVerifierKey,
  type SignedNote,
  signatureLine,
  signaturesBy,
  timedSignature,
  witnessKeyType,
} from '#domain/log/signed-note.ts'
import { commandWords } from '../running/command-words.ts'
import { dataFolder, keepWitnessSeed } from '../running/machine.ts'
import { continuationOf, textOf } from './remote-log.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly now: Date
}

/**
 * npm run witness -- URL [--folder F] [--name N]: fetches the signed state of another installation's log, checks that it
 * continues the last one seen here, and keeps it with a signature of our own. Exits with 1 where it does not continue.
 */
export async function witnessLog(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error, now }: Terminal,
): Promise<number> {
  const asked = askedOf(args)
  const say = commandWords(asked?.lang, env).witness
  if (!asked) {
    error(say.usage)
    return 1
  }
  const folder = asked.folder ?? join(dataFolder(env), 'witness')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return await look({ ...asked, folder, now }, say, { out, error })
  } catch (failed) {
    error(say.unreachable(asked.address, (failed as Error).message))
    return 1
  }
}

type Asked = {
  readonly address: string
  readonly folder?: string | undefined
  readonly name: string
  readonly lang?: string | undefined
}
type Looking = Asked & { readonly folder: string; readonly now: Date }
type Words = ReturnType<typeof commandWords>['witness']

async function look(
  { address, folder, name, now }: Looking,
  say: Words,
  { out, error }: Pick<Terminal, 'out' | 'error'>,
): Promise<number> {
  const keyFile = join(folder, 'log-key')
  const isFirst = !existsSync(keyFile)
  const key = (isFirst ? await textOf({ address }, 'key') : readFileSync(keyFile, 'utf8')).trim()
  const note = await textOf({ address }, 'checkpoint')
  const seen = await signedBy(key, note)
  if (!seen) {
    error(say.signature(address))
    return 1
  }
  const lastFile = join(folder, 'checkpoint')
  const before = existsSync(lastFile) ? await signedBy(key, readFileSync(lastFile, 'utf8')) : null
  if (before && !(await continues(address, before.checkpoint, seen.checkpoint))) {
    // Both are signed with the log's key: together they prove what happened.
    const kept = join(folder, `contradicts-${seen.checkpoint.size}-${Math.floor(now.getTime() / 1000)}`)
    writeFileSync(kept, note)
    error(say.contradicts(before.checkpoint.size, seen.checkpoint.size, kept))
    return 1
  }
  const line = await cosign(seen.note, name, folder, now)
  writeFileSync(`${lastFile}.new`, note + line)
  renameSync(`${lastFile}.new`, lastFile)
  if (isFirst) writeFileSync(keyFile, `${key}\n`, { mode: 0o600 })
  const letters = checkLetters(seen.checkpoint.root)
  appendFileSync(join(folder, 'seen'), `${now.toISOString()} ${seen.checkpoint.size} ${letters}\n`)
  out(
    before
      ? say.continued(before.checkpoint.size, seen.checkpoint.size, letters)
      : say.first(key, seen.checkpoint.size, letters),
  )
  return 0
}

/** The checkpoint, if it is one and signed with that key. */
async function signedBy(key: string, text: string): Promise<{ note: SignedNote; checkpoint: Checkpoint } | null> {
  const known = readVerifierKey(key)
  const note = readNote(text)
  const checkpoint = note && readCheckpoint(note.text)
  if (!known || !note || checkpoint?.origin !== known.name) return null
  const { name, publicKey } = known
  const [line] = signaturesBy(note, name, keyIdOf(sha256Bytes, name, logKeyType, publicKey))
  return line && (await isSignedBy(publicKey, note.text, line.signature)) ? { note, checkpoint } : null
}

async function continues(address: string, older: Checkpoint, newer: Checkpoint): Promise<boolean> {
  if (newer.size < older.size) return false
  if (newer.size === older.size) return isEqual(newer.root, older.root)
  const proof = await continuationOf({ address }, older.size, newer.size)
  return isContinued(sha256Bytes, { older, newer, proof })
}

async function cosign(note: SignedNote, name: string, folder: string, now: Date): Promise<string> {
  const signer = await signerOf(keepWitnessSeed(folder), 'witness')
  const at = Math.floor(now.getTime() / 1000)
  const signature = timedSignature(at, await signer.sign(cosignedText(note.text, at)))
  return signatureLine({ name, keyId: keyIdOf(sha256Bytes, name, witnessKeyType, signer.publicKey), signature })
}

function askedOf(args: readonly string[]): Asked | null {
  try {
    const options = { folder: { type: 'string' }, name: { type: 'string' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const name = values.name ?? 'witness'
    if (positionals.length !== 1 || !/^[^\s+]{1,100}$/.test(name)) return null
    return { address: new URL(positionals[0] ?? '').origin, folder: values.folder, name, lang: values.lang }
  } catch {
    return null
  }
}
