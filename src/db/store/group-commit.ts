import type Database from 'better-sqlite3'
import { refuseTooManyParameters, type Statement } from './store.ts'

type Change = ReturnType<Statement['toSQL']>
type Waiting = {
  readonly changes: readonly Change[]
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Commits that arrive within one turn of the event loop share one transaction, and so one flush to disk. Each has a
 * savepoint of its own: all of its statements or none, and a failing one does not affect the others. Requests are
 * answered after the flush, so an answered claim survives a power cut, as it would in a transaction of its own.
 */
export function groupCommits(raw: Database.Database): (statements: readonly Statement[]) => Promise<void> {
  let waiting: Waiting[] = []

  const one = raw.transaction((changes: readonly Change[]) => {
    for (const { sql, params } of changes) raw.prepare(sql).run(...params)
  })
  const all = raw.transaction((group: readonly Waiting[]) => group.map(({ changes }) => outcome(changes)))

  function outcome(changes: readonly Change[]): { readonly error?: unknown } {
    try {
      one(changes)
      return {}
    } catch (error) {
      // A full disk ends the whole transaction: then no commit of the group is stored, and none may be reported as
      // stored.
      if (!raw.inTransaction) throw error
      return { error }
    }
  }

  function flush(): void {
    const group = waiting
    waiting = []
    try {
      // Immediate: the write lock is taken at the start, so that another process's write makes this one wait instead of
      // fail half-way.
      const outcomes = all.immediate(group)
      for (const [n, { done, failed }] of group.entries()) {
        const made = outcomes[n] ?? {}
        if ('error' in made) failed(made.error)
        else done()
      }
    } catch (error) {
      for (const { failed } of group) failed(error)
    }
  }

  return (statements) =>
    new Promise((done, failed) => {
      const changes = statements.map((statement) => statement.toSQL())
      for (const { sql, params } of changes) refuseTooManyParameters(sql, params)
      waiting.push({ changes, done, failed })
      if (waiting.length === 1) setImmediate(flush)
    })
}
