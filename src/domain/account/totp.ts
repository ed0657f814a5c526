// Codes of an authenticator app: RFC 4226 and RFC 6238 with SHA-1, six digits and thirty seconds, as every app has them.

/** HMAC-SHA-1, passed in because the domain has no runtime. */
export type HmacSha1 = (key: Uint8Array, message: Uint8Array) => Uint8Array

const stepSeconds = 30
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The code of a step. */
export function codeOfStep(hmac: HmacSha1, secret: Uint8Array, step: number, digits = 6): string {
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const bytes = hmac(secret, counter)
  const offset = (bytes.at(-1) ?? 0) & 0xf
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

type Typed = { readonly secret: Uint8Array; readonly code: string; readonly now: Date; readonly lastStep: number }

/**
 * The step of a typed code, which may be one early or late because clocks differ. Null for a wrong code, and for one of a step
 * that was used before or is older than that, so that a code seen over a shoulder is worth nothing.
 */
export function stepOfCode(hmac: HmacSha1, { secret, code, now, lastStep }: Typed): number | null {
  const typed = code.normalize('NFKC').replace(/\s/g, '')
  const present = stepAt(now)
  const found = [present - 1, present, present + 1].find((step) => codeOfStep(hmac, secret, step) === typed)
  return found !== undefined && found > lastStep ? found : null
}

/** Base32 of RFC 4648 without padding, in which apps take a secret. */
export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => signs[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code tells the app. `issuer` and `account` are what it shows. */
export function otpAddress({
  secret,
  issuer,
  account,
}: {
  secret: Uint8Array
  issuer: string
  account: string
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}
