import { concat } from './byte-strings.ts'

/** SHA-256, passed in because the runtimes and the browser provide it in different ways. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export const hashSize = 32

// Reused for each hash, because a tree of a million entries needs two million: `Sha256` answers at once and keeps nothing
// of the bytes it is given.
const leaf = new Uint8Array(1 + hashSize)
const node = new Uint8Array(1 + 2 * hashSize)
leaf[0] = 0
node[0] = 1

/** RFC 6962, section 2.1: the first byte prevents a leaf from being passed off as an inner node. */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  if (entry.length !== hashSize) return sha256(concat([leaf.subarray(0, 1), entry]))
  leaf.set(entry, 1)
  return sha256(leaf)
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1)
  node.set(right, 1 + hashSize)
  return sha256(node)
}

/**
 * The root over the hashes of subtrees of equal size, except the last one, which may be smaller. Pairs are joined level by
 * level; one without a partner moves up as it is, which makes the same tree as the definition by the largest power of two.
 */
export function rootOver(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] as Uint8Array, level[at + 1]]
      above.push(right ? nodeHash(sha256, left, right) : left)
    }
    level = above
  }
  return level[0] ?? sha256(new Uint8Array())
}

/** The largest power of two below n, which must be at least 2. */
export function largestPowerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}
