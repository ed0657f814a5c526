import { sql } from 'drizzle-orm'
import { isSignedBy, logSignature, originOf, saltsOf, sha256Bytes, signerOf } from '#auth/log-keys.ts'
import { lastPosition } from '#db/ledger/ledger-rows.ts'
import { eventsAfter, type LogHead, lastHead, storedTiles } from '#db/log/log-rows.ts'
import { logHeads, logTiles } from '#db/schema/tables.ts'
import { type Statement, type Store, takenKey } from '#db/store/store.ts'
import { sealEvent } from '#domain/log/event-seal.ts'
import { grow, growingFrom } from '#domain/log/log-growth.ts'
import { bundleLevel, type LogTile, leavesOf, rootAt, type Tiles, tileKey } from '#domain/log/log-tiles.ts'
import { type Checkpoint, checkpointText, noteText, readCheckpoint, readNote } from '#domain/log/signed-note.ts'
import type { Services } from '#src/services.ts'
import { whileOvertaken } from '../while-overtaken.ts'

/** The most events in one signed state, which takes a fraction of a second on either runtime. */
const atOnce = 4000

/** The log was signed with another seed than the configured one, with which nothing may be added to it. */
export class LogSeedChanged extends Error {
  override readonly name = 'LogSeedChanged: the log was signed with another seed than LOG_SEED'
}

/** Adds all events that are missing to the log. Gives its newest signed state; null if there are no events. */
export async function sequenceLog(services: Services, mostStates = Number.POSITIVE_INFINITY): Promise<LogHead | null> {
  return services.store.inTurn('log', async () => {
    for (let made = 0; made < mostStates; made++) {
      const isWhole = await whileOvertaken(isTaken, () => addState(services))
      if (isWhole) break
    }
    return lastHead(services.store.db)
  })
}

/** Another process has continued the same state. */
const isTaken = (error: unknown): boolean => takenKey(error)?.startsWith('log_heads.') ?? false

/** Signs one more state. True if nothing is left to add. */
async function addState({ store, config, now }: Services): Promise<boolean> {
  const { db } = store
  const head = await lastHead(db)
  if ((await lastPosition(db)) === (head?.pos ?? 0)) return true
  const signer = await signerOf(config.logSeed, 'log')
  if (head && !(await isSignedBySeed(head, signer.publicKey))) throw new LogSeedChanged()

  const added = await eventsAfter(db, head?.pos ?? 0, atOnce)
  const last = added.at(-1)
  if (!last) return true
  const prev = head?.size ?? 0
  const before = await storedTiles(db, growingFrom(prev))
  const saltOf = saltsOf(config.logSeed)
  const entries = added.map((event) => sealEvent(sha256Bytes, saltOf, event))
  const { size, changed } = grow(sha256Bytes, before, prev, entries)
  const after = new Map([...before, ...changed.map((tile) => [tileKey(tile), tile.bytes] as const)])
  const origin = originOf(config.publicUrl)
  const text = checkpointText({ origin, size, root: rootAt(sha256Bytes, withLeaves(after), size) })
  const note = noteText({ text, signatures: [await logSignature(signer, origin, text)] })
  await store.commit([
    db.insert(logHeads).values({ size, prev, pos: last.pos, note, at: now() }),
    ...changed.map((tile) => putTile(store, tile)),
  ])
  return added.length < atOnce
}

/** As hexadecimal text, because the two drivers represent a BLOB differently. */
const putTile = ({ db }: Store, { level, n, bytes }: LogTile): Statement =>
  db
    .insert(logTiles)
    .values({ level, n, bytes: sql`unhex(${Buffer.from(bytes).toString('hex')})` })
    .onConflictDoUpdate({ target: [logTiles.level, logTiles.n], set: { bytes: sql`excluded.bytes` } })

/** Under any public address, because an installation may move. */
async function isSignedBySeed({ note }: LogHead, publicKey: Uint8Array): Promise<boolean> {
  const read = readNote(note)
  const signature = read?.signatures[0]
  return read !== null && signature !== undefined && isSignedBy(publicKey, read.text, signature.signature)
}

/** Stored tiles together with those of the leaves, which are computed from the bundles. */
export const withLeaves = (stored: Tiles): Tiles =>
  new Map(
    [...stored].flatMap(([key, bytes]) => {
      const [level, n] = key.split('/').map(Number)
      const leaves = { level: 0, n: n ?? 0 }
      return level === bundleLevel
        ? [[tileKey(leaves), leavesOf(sha256Bytes, bytes)] as const]
        : [[key, bytes] as const]
    }),
  )

/** Size and root of a signed state. */
export function checkpointOf({ note, size }: LogHead): Checkpoint {
  const read = readNote(note)
  const checkpoint = read && readCheckpoint(read.text)
  if (!checkpoint) throw new Error(`the signed state of ${size} entries is no checkpoint`)
  return checkpoint
}
