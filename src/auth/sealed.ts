import { sha256 } from './hashing.ts'

// AES-256-GCM by Web Crypto, which both runtimes have. A browser can return a sealed text, but neither read nor change
// it.
const ivBytes = 12

const keyFor = (secret: string, purpose: string) =>
  crypto.subtle.importKey('raw', Buffer.from(sha256(JSON.stringify([purpose, secret])), 'hex'), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])

/** Any JSON value, sealed as base64url. `purpose` separates the uses of one secret. */
export async function seal(secret: string, purpose: string, value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFor(secret, purpose), plain)
  return Buffer.concat([iv, new Uint8Array(sealed)]).toString('base64url')
}

/** The value that was sealed; null for anything not sealed with this secret for this purpose. */
export async function unseal(secret: string, purpose: string, text: string): Promise<unknown> {
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
  if (bytes.length <= ivBytes) return null
  try {
    const [iv, sealed] = [bytes.slice(0, ivBytes), bytes.slice(ivBytes)]
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyFor(secret, purpose), sealed)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return null
  }
}
