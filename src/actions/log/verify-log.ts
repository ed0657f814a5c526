import { isSignedBy, saltsOf, sha256Bytes, signerOf } from '#auth/log-keys.ts'
import { eventsAfter, headsAfter, lastHead, storedTiles } from '#db/log/log-rows.ts'
import { isEqual, toHex } from '#domain/log/byte-strings.ts'
import { type LoggedEvent, sealEvent } from '#domain/log/event-seal.ts'
import { grow } from '#domain/log/log-growth.ts'
import {
  bundleLevel,
  edgeOf,
  entriesIn,
  type LogTile,
  rootAt,
  type TileAt,
  type Tiles,
  tileKey,
  tileWidth,
} from '#domain/log/log-tiles.ts'
import { readCheckpoint, readNote } from '#domain/log/signed-note.ts'
import type { Services } from '#src/services.ts'
import { tilesAt } from './log-reads.ts'
import { withLeaves } from './sequence-log.ts'

type LogVerified =
  | {
      readonly ok: true
      readonly records: number
      /** The root of the whole log in hexadecimal. */
      readonly root: string
      readonly heads: number
      /** Events that the clock has not taken in yet. */
      readonly later: number
    }
  /** The first row that the log does not have as it is now; `event` is null where the row is gone. */
  | { readonly ok: false; readonly why: 'event'; readonly record: number; readonly event: LoggedEvent | null }
  | { readonly ok: false; readonly why: 'tile'; readonly at: TileAt }
  | { readonly ok: false; readonly why: 'head' | 'signature'; readonly records: number }

type Verifying = Pick<Services, 'store'> & { readonly config: Pick<Services['config'], 'logSeed'> }
const atOnce = 4096

/** Recomputes the whole log from the rows of the events, and compares every entry, tile and signed state with it. */
export async function verifyLog(services: Verifying): Promise<LogVerified> {
  const { db } = services.store
  const size = (await lastHead(db))?.size ?? 0
  const grown = await compareRows(services, size)
  if ('why' in grown) return grown
  const heads = await compareHeads(services)
  if (typeof heads !== 'number') return heads
  const later = (await eventsAfter(db, grown.pos, atOnce)).length
  return { ok: true, records: size, root: toHex(rootAt(sha256Bytes, withLeaves(grown.tiles), size)), heads, later }
}

/** Recomputes the log from the rows of the events, and compares its root with the newest signed state alone. */
export async function verifyNewest(
  services: Verifying,
): Promise<{ readonly ok: true; readonly records: number; readonly root: string } | Fault> {
  const head = await lastHead(services.store.db)
  if (!head) return { ok: true, records: 0, root: '' }
  const grown = await compareRows(services, head.size)
  if ('why' in grown) return grown
  const root = rootAt(sha256Bytes, withLeaves(grown.tiles), head.size)
  const signed = readCheckpoint(readNote(head.note)?.text ?? '')
  if (!signed || !isEqual(root, signed.root)) return { ok: false, why: 'head', records: head.size }
  return { ok: true, records: head.size, root: toHex(root) }
}

type Fault = Extract<LogVerified, { readonly ok: false }>

async function compareRows({ store, config }: Verifying, size: number): Promise<Fault | { tiles: Tiles; pos: number }> {
  const saltOf = saltsOf(config.logSeed)
  let [done, pos] = [0, 0]
  let tiles: Tiles = new Map()
  while (done < size) {
    const events = await eventsAfter(store.db, pos, Math.min(atOnce, size - done))
    const entries = events.map((event) => sealEvent(sha256Bytes, saltOf, event))
    const next = grow(sha256Bytes, tiles, done, entries)
    const stored = await storedTiles(store.db, next.changed)
    const bundles = next.changed.filter(({ level }) => level === bundleLevel)
    for (const bundle of bundles) {
      const at = firstDifference(bundle, stored.get(tileKey(bundle)))
      const record = bundle.n * tileWidth + at
      if (at >= 0) return { ok: false, why: 'event', record: record + 1, event: events[record - done] ?? null }
    }
    if (!events.length) return { ok: false, why: 'event', record: done + 1, event: null }
    const wrong = next.changed.find((tile) => !beginsWith(stored.get(tileKey(tile)), tile.bytes))
    if (wrong) return { ok: false, why: 'tile', at: { level: wrong.level, n: wrong.n } }
    // Only the right edge is needed to go on.
    const edge = edgeOf(next.size).map(({ level, n }) => tileKey({ level: level === 0 ? bundleLevel : level, n }))
    const known = new Map([...tiles, ...next.changed.map((tile) => [tileKey(tile), tile.bytes] as const)])
    tiles = new Map([...known].filter(([key]) => edge.includes(key)))
    done = next.size
    pos = events.at(-1)?.pos ?? pos
  }
  return { tiles, pos }
}

/** The place in a bundle of the first entry that is not as stored; -1 where all are. */
function firstDifference(bundle: LogTile, stored: Uint8Array | undefined): number {
  const kept = entriesIn(stored ?? new Uint8Array())
  const at = entriesIn(bundle.bytes).findIndex((entry, n) => !kept[n] || !isEqual(entry, kept[n]))
  // The two bytes before an entry are no part of it.
  return at === -1 && !beginsWith(stored, bundle.bytes) ? 0 : at
}

const beginsWith = (whole: Uint8Array | undefined, start: Uint8Array): boolean =>
  whole !== undefined && isEqual(whole.subarray(0, start.length), start)

async function compareHeads(services: Verifying): Promise<Fault | number> {
  const { publicKey } = await signerOf(services.config.logSeed, 'log')
  let [count, size] = [0, 0]
  for (;;) {
    const heads = await headsAfter(services.store.db, size, 500)
    for (const head of heads) {
      const note = readNote(head.note)
      const signed = note && readCheckpoint(note.text)
      const [line] = note?.signatures ?? []
      if (!note || !signed || !line || !(await isSignedBy(publicKey, note.text, line.signature)))
        return { ok: false, why: 'signature', records: head.size }
      const root = rootAt(sha256Bytes, await tilesAt(services, edgeOf(head.size)), head.size)
      const follows = head.prev === size && signed.size === head.size
      if (!follows || !isEqual(root, signed.root)) return { ok: false, why: 'head', records: head.size }
      size = head.size
      count++
    }
    if (!heads.length) return count
  }
}
