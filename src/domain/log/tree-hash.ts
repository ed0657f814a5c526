import { concat } from './byte-strings.ts'

/** SHA-256, passed in because the runtimes and the browser provide it in different ways. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export const hashSize = 32

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** RFC 6962, section 2.1: the first byte prevents a leaf from being passed off as an inner node. */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array => sha256(concat([leafMark, entry]))
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concat([nodeMark, left, right]))

/** The root over the hashes of subtrees of equal size, except the last one, which may be smaller. */
export function rootOver(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes
  if (!first) return sha256(new Uint8Array())
  if (hashes.length === 1) return first
  const middle = largestPowerBelow(hashes.length)
  return nodeHash(sha256, rootOver(sha256, hashes.slice(0, middle)), rootOver(sha256, hashes.slice(middle)))
}

/** The largest power of two below n, which must be at least 2. */
export function largestPowerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}
