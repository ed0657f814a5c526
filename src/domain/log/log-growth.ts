import { concat } from './byte-strings.ts'
import {
  bundleLevel,
  edgeOf,
  hashesIn,
  type LogTile,
  leavesOf,
  packEntry,
  type TileAt,
  type Tiles,
  tileKey,
  tileWidth,
} from './log-tiles.ts'
import { rootOver, type Sha256 } from './tree-hash.ts'

/** The stored tiles that have to be read before a log of that size can grow. */
export const growingFrom = (size: number): readonly TileAt[] =>
  edgeOf(size).map(({ level, n }) => ({ level: level === 0 ? bundleLevel : level, n }))

/** Appends entries to a log of that size. Gives the stored tiles that are new or have grown. `tiles` has `growingFrom(size)`. */
export function grow(
  sha256: Sha256,
  tiles: Tiles,
  size: number,
  entries: readonly Uint8Array[],
): { readonly size: number; readonly changed: readonly LogTile[] } {
  const changed = new Map<string, LogTile>()
  const bytesAt = (at: TileAt) => changed.get(tileKey(at))?.bytes ?? tiles.get(tileKey(at)) ?? new Uint8Array()
  const put = (at: TileAt, bytes: Uint8Array) => changed.set(tileKey(at), { ...at, bytes })

  let grown = size
  while (grown < size + entries.length) {
    const n = Math.floor(grown / tileWidth)
    const fitting = Math.min(tileWidth - (grown % tileWidth), size + entries.length - grown)
    const bundle = { level: bundleLevel, n }
    const added = entries.slice(grown - size, grown - size + fitting)
    put(bundle, concat([bytesAt(bundle), ...added.map(packEntry)]))
    grown += fitting
    if (grown % tileWidth === 0) carry(n, rootOver(sha256, hashesIn(leavesOf(sha256, bytesAt(bundle)))))
  }
  return { size: grown, changed: [...changed.values()] }

  /** A full tile: its root is the next hash of the level above, which may become full as well. */
  function carry(fullTiles: number, root: Uint8Array, level = 1): void {
    const at = { level, n: Math.floor(fullTiles / tileWidth) }
    put(at, concat([bytesAt(at), root]))
    if ((fullTiles + 1) % tileWidth === 0) carry(at.n, rootOver(sha256, hashesIn(bytesAt(at))), level + 1)
  }
}
