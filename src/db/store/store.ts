import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from '#db/schema/tables.ts'

export type Db = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>
/** A change that is not made yet, such as drizzle's insert, update or delete. */
export type Statement = { toSQL(): { readonly sql: string; readonly params: readonly unknown[] } }

/** The seam between better-sqlite3 and D1: read with `db`, write with `commit`. */
export type Store = {
  readonly db: Db
  /** All of the statements or none; an empty list writes nothing. Nothing can be read between them: D1 only has batches. */
  commit(statements: readonly Statement[]): Promise<void>
  /** Runs work with the same key one after the other to save retries; see in-turn.ts. On D1 it runs at once. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>
  /**
   * Called at the end of each run of the clock: removes the remains of erased texts from the file. D1 manages its own
   * files.
   */
  overwriteErased(at: Date, hasErased: boolean): Promise<void>
}

/**
 * D1 allows 100 parameters per statement; the Node store refuses more as well, so that a test on either runtime finds
 * it.
 */
const maxParameters = 100
export function refuseTooManyParameters(query: string, params: readonly unknown[]): void {
  if (params.length > maxParameters) throw new Error(`${params.length} parameters, D1 takes ${maxParameters}: ${query}`)
}

/**
 * The columns of the unique key that a commit hit, such as 'events.stream, events.seq'; null for any other error.
 * D1 wraps the message, so the chain of causes is searched.
 */
export function takenKey(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const found = /UNIQUE constraint failed: ([\w., ]+)/.exec(at.message)
    if (found?.[1]) return found[1].trim()
  }
  return null
}
