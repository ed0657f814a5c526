import { concat } from './byte-strings.ts'
import { hashSize, leafHash, rootOver, type Sha256 } from './tree-hash.ts'

// Tiles of height 8 as in C2SP tlog-tiles. Stored are the bundles of entries (level -1) and the tiles from level 1 up.
// Tiles of leaves are computed from the bundles; storing them would double the size of the log.

/** The entries of a bundle, and the hashes of a tile. */
export const tileWidth = 256
/** The level under which bundles of entries are stored. */
export const bundleLevel = -1
/** Two bytes for the length of an event's entry, and its 32 bytes. */
const entrySize = 34

export type TileAt = { readonly level: number; readonly n: number }
export type LogTile = TileAt & { readonly bytes: Uint8Array }

/** The tiles of a log by position. A tile may be wider than a smaller log needs; it begins in the same way. */
export type Tiles = ReadonlyMap<string, Uint8Array>
export const tileKey = ({ level, n }: TileAt): string => `${level}/${n}`

/** How many entries one hash of a tile covers. */
export const span = (level: number): number => tileWidth ** level

export const packEntry = (entry: Uint8Array): Uint8Array =>
  concat([Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry])

export const entriesIn = (bundle: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(bundle.length / entrySize) }, (_, at) =>
    bundle.subarray(at * entrySize + 2, (at + 1) * entrySize),
  )

export const hashesIn = (tile: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(tile.length / hashSize) }, (_, at) =>
    tile.subarray(at * hashSize, (at + 1) * hashSize),
  )

/** A tile of leaves, from the bundle of their entries. */
export const leavesOf = (sha256: Sha256, bundle: Uint8Array): Uint8Array =>
  concat(entriesIn(bundle).map((entry) => leafHash(sha256, entry)))

/** The first `width` entries or hashes of a tile; null where it has fewer. */
export function cutTile({ level, bytes }: Pick<LogTile, 'level' | 'bytes'>, width: number): Uint8Array | null {
  const size = width * (level === bundleLevel ? entrySize : hashSize)
  return size <= bytes.length ? bytes.subarray(0, size) : null
}

/** The rightmost tiles of a log of that size, from the leaves up, with their widths; a level without hashes is left out. */
export function edgeOf(size: number): readonly (TileAt & { readonly width: number })[] {
  const tiles = []
  for (let level = 0; span(level) <= size; level++) {
    const hashes = Math.floor(size / span(level))
    if (hashes % tileWidth > 0) tiles.push({ level, n: Math.floor(hashes / tileWidth), width: hashes % tileWidth })
  }
  return tiles
}

/** The root of a log of that size. `tiles` has its edge. */
export function rootAt(sha256: Sha256, tiles: Tiles, size: number): Uint8Array {
  const rest = edgeOf(size).reduce<Uint8Array | null>((smaller, tile) => {
    const own = hashesIn(tiles.get(tileKey(tile)) ?? new Uint8Array()).slice(0, tile.width)
    if (own.length < tile.width) throw new MissingTile(tile)
    return rootOver(sha256, smaller ? [...own, smaller] : own)
  }, null)
  return rest ?? rootOver(sha256, [])
}

/** The log has fewer tiles than its size requires: some were removed. */
export class MissingTile extends Error {
  constructor({ level, n }: TileAt) {
    super(`the log has no complete tile ${level}/${n}`)
  }
}

/** 'x001/x234/067' for 1,234,067. */
export function pathOfNumber(n: number): string {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
}

/** Reads the end of a tile's address: its number, and its width if it is partial. Null for any other spelling. */
export function readTilePath(path: string): { readonly n: number; readonly width: number } | null {
  const found = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (!found) return null
  const n = Number((found[1] ?? '').replaceAll(/[x/]/g, ''))
  const width = found[2] === undefined ? tileWidth : Number(found[2])
  const isOnlySpelling = Number.isSafeInteger(n) && pathOfNumber(n) === found[1]
  return isOnlySpelling && (found[2] === undefined || width < tileWidth) ? { n, width } : null
}
