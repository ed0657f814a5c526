import type { SqliteStore } from './sqlite.ts'
import type { Statement } from './store.ts'

type Waiting = {
  readonly statements: readonly Statement[]
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Commits that come within one turn of the event loop share one transaction, and so one flush of the disk. Each is a
 * savepoint of its own: all of its statements or none, and one that fails takes nothing from the others. Nobody is answered
 * before the flush, so an answered claim survives a power cut as it did alone.
 */
export function groupCommits(raw: SqliteStore['raw']): (statements: readonly Statement[]) => Promise<void> {
  let waiting: Waiting[] = []

  const one = raw.transaction((statements: readonly Statement[]) => {
    for (const statement of statements) (statement as unknown as { run(): void }).run()
  })
  const all = raw.transaction((group: readonly Waiting[]) => group.map(({ statements }) => outcome(statements)))

  function outcome(statements: readonly Statement[]): { readonly error?: unknown } {
    try {
      one(statements)
      return {}
    } catch (error) {
      // A full disk ends the whole transaction: then nobody's rows are there, and nobody is told that they are.
      if (!raw.inTransaction) throw error
      return { error }
    }
  }

  function flush(): void {
    const group = waiting
    waiting = []
    try {
      // Immediate: the write lock is taken at the start, so another process makes it wait instead of failing half way.
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
      waiting.push({ statements, done, failed })
      if (waiting.length === 1) setImmediate(flush)
    })
}
