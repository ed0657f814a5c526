import { count, eq, gt, inArray, sql } from 'drizzle-orm'
import { lastHead } from '#db/log/log-rows.ts'
import { events, robotMessages, sessions, ticks } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** What the database says about the running of the program: numbers and times, nothing about a person. */
export async function statusOf(db: Db, now: Date) {
  const [clock] = await db.select().from(ticks).where(eq(ticks.id, 'clock'))
  const head = await lastHead(db)
  const [last] = await db.select({ pos: sql<number>`coalesce(max(${events.pos}), 0)` }).from(events)
  const [signedIn] = await db.select({ count: count() }).from(sessions).where(gt(sessions.expiresAt, now))
  const waiting = await db
    .select({ state: robotMessages.state, count: count() })
    .from(robotMessages)
    .where(inArray(robotMessages.state, ['waiting', 'sending']))
    .groupBy(robotMessages.state)
  return {
    clockAt: clock?.at ?? null,
    logged: head?.size ?? 0,
    loggedAt: head?.at ?? null,
    lastEvent: last?.pos ?? 0,
    sessions: signedIn?.count ?? 0,
    outbox: waiting.reduce((sum, row) => sum + row.count, 0),
  }
}
export type Status = Awaited<ReturnType<typeof statusOf>>
