import { and, eq, gt, sql } from 'drizzle-orm'
import { attempts } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { seconds } from '#domain/time/seconds.ts'

/**
 * Counts a try before it is judged, so that parallel guesses cannot share one. Gives the number of tries in this
 * window, including this one, and when the window ends.
 */
export async function takeTry(store: Store, key: string, windowSeconds: number, now: Date) {
  const windowStart = new Date(now.getTime() - windowSeconds * 1000)
  const isNewWindow = sql`${attempts.since} <= ${seconds(windowStart)}`
  const nowSeconds = seconds(now)
  await store.commit([
    store.db
      .insert(attempts)
      .values({ key, count: 1, since: now })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${isNewWindow} then 1 else ${attempts.count} + 1 end`,
          since: sql`case when ${isNewWindow} then ${nowSeconds} else ${attempts.since} end`,
        },
      }),
  ])
  const [row] = await store.db.select().from(attempts).where(eq(attempts.key, key))
  const since = row?.since ?? now
  return { count: row?.count ?? 1, until: new Date(since.getTime() + windowSeconds * 1000) }
}

/** Takes back the one try that was counted. */
export const returnTry = (store: Store, key: string): Statement =>
  store.db
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(eq(attempts.key, key), gt(attempts.count, 0)))

export const clearTries = (store: Store, key: string): Statement =>
  store.db.delete(attempts).where(eq(attempts.key, key))
