import { concat, fromBase64, isEqual, toBase64, toHex, utf8 } from './byte-strings.ts'
import type { Sha256 } from './tree-hash.ts'

// Checkpoints as signed notes: C2SP signed-note, tlog-checkpoint and tlog-cosignature.

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array }

/** The text that is signed, including its last line break. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Ed25519 over the text itself, and over a witness's cosignature, which includes the time. */
export const logKeyType = 1
export const witnessKeyType = 4

export const keyIdOf = (sha256: Sha256, name: string, type: number, publicKey: Uint8Array): Uint8Array =>
  sha256(concat([utf8(`${name}\n`), Uint8Array.of(type), publicKey])).subarray(0, 4)

/** The public key in its published form: name, number and key. */
export const verifierKey = (sha256: Sha256, name: string, type: number, publicKey: Uint8Array): string =>
  `${name}+${toHex(keyIdOf(sha256, name, type, publicKey))}+${toBase64(concat([Uint8Array.of(type), publicKey]))}`

/** Name and public key of a log; null for a text that is no key of that type. Base64 has plus signs of its own. */
export function readVerifierKey(text: string): { readonly name: string; readonly publicKey: Uint8Array } | null {
  const [, name = '', value = ''] = /^([^\s+]+)\+[0-9a-f]{8}\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(value)
  return bytes?.length === 33 && bytes[0] === logKeyType ? { name, publicKey: bytes.subarray(1) } : null
}

export const noteText = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `\u2014 ${name} ${toBase64(concat([keyId, signature]))}\n`

/** Null for text that is not a signed note. The signatures are not checked. */
export function readNote(note: string): SignedNote | null {
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n') || note.length > 100_000) return null
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? []
    const bytes = fromBase64(value)
    return bytes && bytes.length > 4 ? [{ name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }] : []
  })
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : null
}

/** The signatures made with that key under that name. */
export const signaturesBy = (note: SignedNote, name: string, keyId: Uint8Array): readonly NoteSignature[] =>
  note.signatures.filter((one) => one.name === name && isEqual(one.keyId, keyId))

/** Null for text that is not a checkpoint. Further lines are allowed and ignored. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', hash = ''] = text.split('\n')
  const root = fromBase64(hash)
  if (!origin || !/^(?:0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return null
  return { origin, size: Number(size), root }
}

/** The text a witness signs: the time and the whole checkpoint. `at` in seconds. */
export const cosignedText = (checkpoint: string, at: number): string => `cosignature/v1\ntime ${at}\n${checkpoint}`

/** Time and signature together, for a witness's line. */
export function timedSignature(at: number, signature: Uint8Array): Uint8Array {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(at))
  return concat([time, signature])
}
export const timeOfSignature = (timed: Uint8Array): number =>
  Number(new DataView(timed.buffer, timed.byteOffset).getBigUint64(0))
