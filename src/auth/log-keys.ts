import { createHmac, hash } from 'node:crypto'
import { joined } from '#domain/log/byte-strings.ts'
import type { SaltOf } from '#domain/log/event-seal.ts'
import { keyIdOf, logKeyType, type NoteSignature, verifierKey } from '#domain/log/signed-note.ts'
import type { Sha256 } from '#domain/log/tree-hash.ts'

/** One call to `hash`, because `createHash` makes computing a log's tree ten times slower. */
export const sha256Bytes: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

const derived = (seed: string, purpose: string, text: string): Uint8Array =>
  createHmac('sha256', seed)
    .update(JSON.stringify([purpose, text]))
    .digest()

/** Derives an event's salts from a key of that event. Knowing one event's salts reveals nothing about another's. */
export function saltsOf(seed: string): SaltOf {
  let known = { pos: 0, key: new Uint8Array() }
  return (pos, field) => {
    if (known.pos !== pos) known = { pos, key: new Uint8Array(derived(seed, 'event', String(pos))) }
    return sha256Bytes(joined(known.key, field)).subarray(0, 16)
  }
}

/** The bytes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

type NoteSigner = {
  readonly publicKey: Uint8Array
  sign(text: string): Promise<Uint8Array>
}

/** The Ed25519 key derived from a seed. `purpose` separates the keys derived from one seed. */
export async function signerOf(seed: string, purpose: 'log' | 'witness'): Promise<NoteSigner> {
  const bytes = Buffer.concat([pkcs8, derived(seed, 'key', purpose)])
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', key)
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (text) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, Buffer.from(text))),
  }
}

export async function isSignedBy(publicKey: Uint8Array, text: string, signature: Uint8Array): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), Buffer.from(text))
}

/** The log's own signature line under a checkpoint. */
export async function logSignature(signer: NoteSigner, origin: string, text: string): Promise<NoteSignature> {
  const keyId = keyIdOf(sha256Bytes, origin, logKeyType, signer.publicKey)
  return { name: origin, keyId, signature: await signer.sign(text) }
}

/** The log's public key in the form that clients receive. */
export const logVerifierKey = ({ publicKey }: NoteSigner, origin: string): string =>
  verifierKey(sha256Bytes, origin, logKeyType, publicKey)

/** The name of an installation's log: its public address without the scheme. */
export const originOf = (publicUrl: string): string => `${new URL(publicUrl).host}/log`
