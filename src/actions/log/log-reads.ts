import { saltsOf, sha256Bytes } from '#auth/log-keys.ts'
import { lastHead, publicStepsOf, rankOf, storedTiles } from '#db/log/log-rows.ts'
import { isSealedAs, type LoggedEvent, openEvent } from '#domain/log/event-seal.ts'
import { consistencyRanges, hashesOf, inclusionRanges, tilesFor } from '#domain/log/log-proofs.ts'
import {
  bundleLevel,
  cutTile,
  edgeOf,
  entriesIn,
  rootAt,
  type TileAt,
  type Tiles,
  tileKey,
  tileWidth,
} from '#domain/log/log-tiles.ts'
import { writeProof } from '#domain/log/proof-file.ts'
import type { Services } from '#src/services.ts'
import { checkpointOf, sequenceLog, withLeaves } from './sequence-log.ts'

type Reads = Pick<Services, 'store'>

/** Tiles of any level, including those of the leaves. */
export async function tilesAt({ store }: Reads, places: readonly TileAt[]): Promise<Tiles> {
  const stored = places.map(({ level, n }) => ({ level: level === 0 ? bundleLevel : level, n }))
  return withLeaves(await storedTiles(store.db, stored))
}

/** A tile as it is served, or a bundle of entries (level -1); null if the log has no such width of it. */
export async function tileBytes(reads: Reads, at: TileAt, width: number): Promise<Uint8Array | null> {
  const tiles = at.level === bundleLevel ? await storedTiles(reads.store.db, [at]) : await tilesAt(reads, [at])
  const bytes = tiles.get(tileKey(at))
  return bytes ? cutTile({ level: at.level, bytes }, width) : null
}

/** The root that today's log had at that number of entries. */
export async function rootOfSize(reads: Reads, size: number): Promise<Uint8Array> {
  return rootAt(sha256Bytes, await tilesAt(reads, edgeOf(size)), size)
}

/** The hashes which show that the log of `size` entries begins with the `older` ones. */
export async function consistencyProof(reads: Reads, older: number, size: number): Promise<readonly Uint8Array[]> {
  const ranges = consistencyRanges(older, size)
  return hashesOf(sha256Bytes, await tilesAt(reads, tilesFor(ranges)), ranges)
}

/** The hashes that prove that entry `index` is in the tree of `size` entries (RFC 6962, 2.1.1), leaf first. */
export async function inclusionProof(reads: Reads, index: number, size: number): Promise<readonly Uint8Array[]> {
  const ranges = inclusionRanges(index, size)
  return hashesOf(sha256Bytes, await tilesAt(reads, tilesFor(ranges)), ranges)
}

/** The entry at that index of the log; null after its end. */
export async function entryAt({ store }: Reads, index: number): Promise<Uint8Array | null> {
  const at = { level: bundleLevel, n: Math.floor(index / tileWidth) }
  const bundle = (await storedTiles(store.db, [at])).get(tileKey(at))
  return (bundle && entriesIn(bundle)[index % tileWidth]) ?? null
}

type StepProof =
  | { readonly ok: true; readonly file: string }
  /** There is no such step, it is not in the log yet, or the log contains a different one. */
  | { readonly ok: false; readonly why: 'none' | 'later' | 'differs' }

/** The proof of a wish's public step: the one with that number, otherwise the newest. */
export async function proofOfStep(services: Services, wishId: string, seq: number | null): Promise<StepProof> {
  const steps = await publicStepsOf(services.store.db, wishId)
  const step = seq === null ? steps.at(-1) : steps.find((one) => one.seq === seq)
  return step ? proofOfEvent(services, step) : { ok: false, why: 'none' }
}

async function proofOfEvent(services: Services, event: LoggedEvent): Promise<StepProof> {
  const { store, config } = services
  const head = (await sequenceLog(services, 1)) ?? (await lastHead(store.db))
  if (!head || head.pos < event.pos) return { ok: false, why: 'later' }
  const index = (await rankOf(store.db, event.pos)) - 1
  const entry = await entryAt(services, index)
  const saltOf = saltsOf(config.logSeed)
  if (!entry || !isSealedAs(sha256Bytes, saltOf, event, entry)) return { ok: false, why: 'differs' }
  const { size } = checkpointOf(head)
  const opening = openEvent(sha256Bytes, saltOf, event)
  const proof = await inclusionProof(services, index, size)
  return { ok: true, file: writeProof({ opening, index, proof, checkpoint: head.note }) }
}
