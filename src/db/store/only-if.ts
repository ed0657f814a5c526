import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * A check inside the commit, where nothing can be read: gives the value while the condition is true, else null.
 * Assigned to a NOT NULL column, null makes the database refuse the whole commit; `wasRefused` recognises that error.
 */
export const onlyIf = (condition: SQL, value: SQL | SQLiteColumn): SQL =>
  sql`case when ${condition} then ${value} else null end`

/**
 * True where a commit failed at an `onlyIf` of that column. D1 wraps the message, so the chain of causes is searched.
 */
export function wasRefused(error: unknown, column: `${string}.${string}`): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at.message.includes(`NOT NULL constraint failed: ${column}`)) return true
  return false
}
