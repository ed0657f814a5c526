import { and, eq, gt, sql } from 'drizzle-orm'
import { attempts } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { seconds } from '#domain/time/seconds.ts'

/**
 * Takes a try before it is judged, so that parallel guesses cannot share one. Gives the tries taken in this window,
 * this one included, and when the window ends.
 */
export async function takeTry(store: Store, key: string, windowSeconds: number, now: Date) {
  const windowStart = new Date(now.getTime() - windowSeconds * 1000)
  const startsAnew = sql`${attempts.since} <= ${seconds(windowStart)}`
  const nowSeconds = seconds(now)
  await store.commit([
    store.db
      .insert(attempts)
      .values({ key, count: 1, since: now })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${startsAnew} then 1 else ${attempts.count} + 1 end`,
          since: sql`case when ${startsAnew} then ${nowSeconds} else ${attempts.since} end`,
        },
      }),
  ])
  const [row] = await store.db.select().from(attempts).where(eq(attempts.key, key))
  const since = row?.since ?? now
  return { count: row?.count ?? 1, until: new Date(since.getTime() + windowSeconds * 1000) }
}

/** Gives back the one try that was taken. */
export const returnTry = (store: Store, key: string): Statement =>
  store.db
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(eq(attempts.key, key), gt(attempts.count, 0)))

export const clearTries = (store: Store, key: string): Statement =>
  store.db.delete(attempts).where(eq(attempts.key, key))
