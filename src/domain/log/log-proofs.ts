import { isEqual } from './byte-strings.ts'
import { hashesIn, MissingTile, span, type TileAt, type Tiles, tileKey, tileWidth } from './log-tiles.ts'
import { largestPowerBelow, nodeHash, rootOver, type Sha256 } from './tree-hash.ts'

// Proofs of RFC 6962, section 2.1. A proof is first computed as ranges of entries, then each range's hash is taken from
// the tiles.

type Range = { readonly from: number; readonly until: number }

/** The subtrees next to the path from an entry to the root, the nearest first (section 2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  return path({ from: 0, until: size })

  function path({ from, until }: Range): readonly Range[] {
    if (until - from === 1) return []
    const middle = from + largestPowerBelow(until - from)
    return index < middle
      ? [...path({ from, until: middle }), { from: middle, until }]
      : [...path({ from: middle, until }), { from, until: middle }]
  }
}

/** The subtrees which show that a log of `size` entries begins with the `older` ones (section 2.1.2). */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  if (older === 0 || older === size) return []
  return path({ from: 0, until: size }, true)

  function path({ from, until }: Range, isWhole: boolean): readonly Range[] {
    if (until === older) return isWhole ? [] : [{ from, until }]
    const middle = from + largestPowerBelow(until - from)
    return older <= middle
      ? [...path({ from, until: middle }, isWhole), { from: middle, until }]
      : [...path({ from: middle, until }, false), { from, until: middle }]
  }
}

/** The tiles in which the hashes of these ranges are. */
export const tilesFor = (ranges: readonly Range[]): readonly TileAt[] => [
  ...new Map(
    ranges.flatMap(subtreesOf).map((subtree) => {
      const at = tileOf(subtree)
      return [tileKey(at), at] as const
    }),
  ).values(),
]

export const hashesOf = (sha256: Sha256, tiles: Tiles, ranges: readonly Range[]): readonly Uint8Array[] =>
  ranges.map((range) =>
    // The subtrees of a range become smaller from left to right.
    subtreesOf(range)
      .map((subtree) => hashOf(sha256, tiles, subtree))
      .reduceRight((right, left) => nodeHash(sha256, left, right)),
  )

/** 2 ** height entries from `from` on. */
type Subtree = { readonly height: number; readonly from: number }

/** A range of a proof as complete subtrees: the binary digits of its length. */
function subtreesOf({ from, until }: Range): readonly Subtree[] {
  const subtrees: Subtree[] = []
  let at = from
  while (at < until) {
    const height = Math.floor(Math.log2(until - at))
    subtrees.push({ height, from: at })
    at += 2 ** height
  }
  return subtrees
}

function tileOf({ height, from }: Subtree): TileAt {
  const level = Math.floor(height / 8)
  return { level, n: Math.floor(from / span(level) / tileWidth) }
}

function hashOf(sha256: Sha256, tiles: Tiles, subtree: Subtree): Uint8Array {
  const at = tileOf(subtree)
  const first = (subtree.from / span(at.level)) % tileWidth
  const count = 2 ** (subtree.height - 8 * at.level)
  const hashes = hashesIn(tiles.get(tileKey(at)) ?? new Uint8Array()).slice(first, first + count)
  if (hashes.length < count) throw new MissingTile(at)
  return rootOver(sha256, hashes)
}

type Inclusion = {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2). */
export function isIncluded(sha256: Sha256, { leaf, index, size, root, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  const ranges = inclusionRanges(index, size)
  if (ranges.length !== proof.length) return false
  const reached = ranges.reduce((hash, range, at) => {
    const other = proof[at] as Uint8Array
    return range.from > index ? nodeHash(sha256, hash, other) : nodeHash(sha256, other, hash)
  }, leaf)
  return isEqual(reached, root)
}

type Continuation = {
  readonly older: { readonly size: number; readonly root: Uint8Array }
  readonly newer: { readonly size: number; readonly root: Uint8Array }
  readonly proof: readonly Uint8Array[]
}

/** Whether the newer log begins with exactly the entries of the older one (RFC 9162, section 2.1.4.2). */
export function isContinued(sha256: Sha256, { older, newer, proof }: Continuation): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  const ranges = consistencyRanges(older.size, newer.size)
  if (ranges.length !== proof.length) return false
  if (older.size === 0) return isEqual(older.root, rootOver(sha256, []))
  if (older.size === newer.size) return isEqual(older.root, newer.root)
  // If the older log is one complete subtree of the newer one, the path starts at its root.
  const isSubtree = ranges[0]?.from === older.size
  let oldRoot = isSubtree ? older.root : (proof[0] as Uint8Array)
  let newRoot = oldRoot
  for (let at = isSubtree ? 0 : 1; at < proof.length; at++) {
    const other = proof[at] as Uint8Array
    const isRight = (ranges[at] as Range).from >= older.size
    newRoot = isRight ? nodeHash(sha256, newRoot, other) : nodeHash(sha256, other, newRoot)
    if (!isRight) oldRoot = nodeHash(sha256, other, oldRoot)
  }
  return isEqual(oldRoot, older.root) && isEqual(newRoot, newer.root)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
