import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * A check that holds inside the commit, where nothing can be read: the value while the condition is true, else null. Set
 * into a NOT NULL column, the database refuses that and the whole commit with it; `wasRefused` tells it from other errors.
 */
export const onlyIf = (condition: SQL, value: SQL | SQLiteColumn): SQL =>
  sql`case when ${condition} then ${value} else null end`

/** True where a commit failed at an `onlyIf` of that column. D1 wraps the message, so the causes are searched. */
export function wasRefused(error: unknown, column: `${string}.${string}`): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at.message.includes(`NOT NULL constraint failed: ${column}`)) return true
  return false
}
