import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** In hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** HMAC-SHA-256 in hex; `purpose` separates the uses of one secret. */
export const keyed = (secret: string, purpose: string, ...parts: readonly (string | number)[]): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('hex')

/** Compares in constant time; strings of different length are different. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A random id of 24 hexadecimal digits; it reveals neither time nor kind. */
export const newId = (): string => randomBytes(12).toString('hex')

/** 192 random bits, URL-safe. Only the hash of a token is ever stored. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** Decimal digits from the system's random source, each equally likely. */
export const randomDigits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join('')
