import { and, asc, count, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { events, logHeads, logTiles } from '#db/schema/tables.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { LoggedEvent } from '#domain/log/event-seal.ts'
import { type TileAt, type Tiles, tileKey } from '#domain/log/log-tiles.ts'
import { acts } from '#domain/wish/acts.ts'
import { actions } from '#domain/wish/lifecycle.ts'

// Bytes come back as hexadecimal text, because the two drivers represent a BLOB differently.

export type LogHead = typeof logHeads.$inferSelect

/** The newest signed state of the log; null before its first one. */
export async function lastHead(db: Db): Promise<LogHead | null> {
  const [head] = await newest(db, {})
  return head ?? null
}
const newest = prepared((db) => db.select().from(logHeads).orderBy(desc(logHeads.size)).limit(1))

/** The signed states after the one of that size, oldest first. */
export const headsAfter = (db: Db, size: number, atOnce: number): Promise<readonly LogHead[]> =>
  db.select().from(logHeads).where(gt(logHeads.size, size)).orderBy(asc(logHeads.size)).limit(atOnce)

/** The events after a position, in order. */
export const eventsAfter = (db: Db, pos: number, atOnce: number): Promise<readonly LoggedEvent[]> =>
  db.select().from(events).where(gt(events.pos, pos)).orderBy(asc(events.pos)).limit(atOnce)

/** Stored tiles by position; missing ones are left out. */
export async function storedTiles(db: Db, places: readonly TileAt[]): Promise<Tiles> {
  if (!places.length) return new Map()
  const asked = JSON.stringify(places.map(({ level, n }) => [level, n]))
  const rows = await db.all<{ level: number; n: number; hex: string }>(sql`
    select ${logTiles.level} as level, ${logTiles.n} as n, hex(${logTiles.bytes}) as hex
    from json_each(${asked}) as asked
    join ${logTiles} on ${logTiles.level} = json_extract(asked.value, '$[0]') and ${logTiles.n} = json_extract(asked.value, '$[1]')`)
  return new Map(rows.map(({ hex, ...at }) => [tileKey(at), new Uint8Array(Buffer.from(hex, 'hex'))]))
}

const publicActions = actions.filter((action) => acts[action].isPublic)

/** The steps of a wish that the public ledger shows, oldest first. */
export const publicStepsOf = (db: Db, wishId: string): Promise<readonly LoggedEvent[]> =>
  db
    .select()
    .from(events)
    .where(and(eq(events.stream, wishId), inArray(events.action, publicActions)))
    .orderBy(asc(events.seq))

/** The number of events up to that position, counted from the signed state before it. */
export async function rankOf(db: Db, pos: number): Promise<number> {
  const [head] = await db
    .select({ size: logHeads.size, pos: logHeads.pos })
    .from(logHeads)
    .where(lte(logHeads.pos, pos))
    .orderBy(desc(logHeads.pos))
    .limit(1)
  const [since] = await db
    .select({ events: count() })
    .from(events)
    .where(and(gt(events.pos, head?.pos ?? 0), lte(events.pos, pos)))
  return (head?.size ?? 0) + (since?.events ?? 0)
}
