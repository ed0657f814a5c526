import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from '#db/schema/tables.ts'

export type Db = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>
/** A change that is not made yet; drizzle's insert, update and delete are such. */
export type Statement = { toSQL(): { readonly sql: string; readonly params: readonly unknown[] } }

/** The seam between better-sqlite3 and D1: read with `db`, write with `commit`. */
export type Store = {
  readonly db: Db
  /** All of the statements or none; an empty list writes nothing. Nothing can be read between them: D1 only has batches. */
  commit(statements: readonly Statement[]): Promise<void>
  /** What takes places one by one waits for each other where that spares tries; see turns.ts. On D1 nobody waits. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>
  /** At the end of each run of the clock: leaves nothing in the file of what was erased. D1 keeps its own files. */
  overwriteErased(at: Date, hasErased: boolean): Promise<void>
}

/** D1 takes 100 parameters a statement; the Node store refuses more as well, so that either runtime finds it. */
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
