import type Database from 'better-sqlite3'
import { storageFaultOf } from './fault-of.ts'
import { refuseTooManyParameters, type Statement } from './store.ts'

type Change = ReturnType<Statement['toSQL']>
type Waiting = {
  readonly changes: readonly Change[]
  readonly done: () => void
  readonly failed: (error: unknown) => void
  /** How often it found the database locked. */
  tries: number
}

/** In milliseconds: between two tries while another process has the database locked. */
const pause = 10

/**
 * Commits that arrive within one turn of the event loop share one transaction, and so one flush to disk. Each has a
 * savepoint of its own: all of its statements or none, and a failing one does not affect the others. Requests are
 * answered after the flush, so an answered claim survives a power cut, as it would in a transaction of its own.
 *
 * While another process has the database locked, commits are tried again for `patience` milliseconds. The driver's own
 * waiting would stop the whole process meanwhile; here pages are still read.
 */
export function groupCommits(
  raw: Database.Database,
  patience: number,
): (statements: readonly Statement[]) => Promise<void> {
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
      const outcomes = withoutWaiting(raw, () => all.immediate(group))
      for (const [n, { done, failed }] of group.entries()) {
        const made = outcomes[n] ?? {}
        if ('error' in made) failed(made.error)
        else done()
      }
    } catch (error) {
      const isLocked = storageFaultOf(error) === 'locked'
      const again = isLocked ? group.filter((one) => ++one.tries * pause <= patience) : []
      for (const one of group) if (!again.includes(one)) one.failed(error)
      if (!again.length) return
      waiting = again
      setTimeout(flush, pause)
    }
  }

  return (statements) =>
    new Promise((done, failed) => {
      const changes = statements.map((statement) => statement.toSQL())
      for (const { sql, params } of changes) refuseTooManyParameters(sql, params)
      waiting.push({ changes, done, failed, tries: 0 })
      if (waiting.length === 1) setImmediate(flush)
    })
}

/**
 * Immediate: the write lock is taken at the start, so that a lock of another process is met there and not half-way, where
 * the same statements could not be tried again.
 */
function withoutWaiting<T>(raw: Database.Database, work: () => T): T {
  const wait = raw.pragma('busy_timeout', { simple: true })
  raw.pragma('busy_timeout = 0')
  try {
    return work()
  } finally {
    raw.pragma(`busy_timeout = ${wait}`)
  }
}
