import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { groupCommits } from './group-commit.ts'
import * as schema from './schema.ts'
import { type Db, refuseTooManyParameters, type Store } from './store.ts'
import { inTurns } from './turns.ts'

export type SqliteStore = Store & { close(): void; migrate(folder: string): void; readonly raw: Database.Database }

/**
 * Opens the database file (':memory:' for none). WAL lets pages be read while a claim is written; FULL makes an answered
 * claim survive a power cut.
 */
export function openSqlite(file: string): SqliteStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('busy_timeout = 5000')
  keepPrepared(raw)
  const db = drizzle(raw, { schema, logger: { logQuery: refuseTooManyParameters } })

  return {
    db: db as unknown as Db,
    raw,
    commit: groupCommits(raw),
    inTurn: inTurns(),
    migrate(migrationsFolder) {
      raw.pragma('foreign_keys = OFF')
      runMigrations(db, { migrationsFolder })
      raw.pragma('foreign_keys = ON')
      // The check reads every row there is, and only a migration can have left one without its parent: once after each.
      const applied = raw.prepare('select count(*) from __drizzle_migrations').pluck().get()
      if (raw.pragma('user_version', { simple: true }) === applied) return
      const broken = raw.pragma('foreign_key_check') as unknown[]
      if (broken.length) throw new Error(`migrations left ${broken.length} rows without their parent`)
      raw.pragma(`user_version = ${applied}`)
    },
    close: () => raw.close(),
  }
}

/** As many as the program has, and the few whose text grows with what they are asked. */
const keptStatements = 500

/** Compiling a statement costs as much as most of them take: each is compiled once and kept, the least used one going first. */
function keepPrepared(raw: Database.Database): void {
  const kept = new Map<string, Database.Statement>()
  const prepare = raw.prepare.bind(raw)
  const again = (source: string) => {
    const statement = kept.get(source) ?? prepare(source)
    // It comes back as it was when it was new, whatever form of rows was asked of it last.
    if (statement.reader) statement.raw(false).pluck(false)
    kept.delete(source)
    kept.set(source, statement)
    const [oldest] = kept.keys()
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  raw.prepare = again as typeof raw.prepare
}
