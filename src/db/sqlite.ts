import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from './schema.ts'
import { type Db, maxParameters, type Store } from './store.ts'

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
  const db = drizzle(raw, { schema, logger: { logQuery: refuseTooManyParameters } })

  return {
    db: db as unknown as Db,
    raw,
    // Immediate: the write lock is taken at the start, so another process makes it wait instead of failing half way.
    async commit(statements) {
      db.transaction(
        () => {
          for (const statement of statements) (statement as unknown as { run(): void }).run()
        },
        { behavior: 'immediate' },
      )
    },
    migrate(migrationsFolder) {
      raw.pragma('foreign_keys = OFF')
      runMigrations(db, { migrationsFolder })
      const broken = raw.pragma('foreign_key_check') as unknown[]
      if (broken.length) throw new Error(`migrations left ${broken.length} rows without their parent`)
      raw.pragma('foreign_keys = ON')
    },
    close: () => raw.close(),
  }
}

function refuseTooManyParameters(query: string, params: unknown[]) {
  if (params.length > maxParameters) throw new Error(`${params.length} parameters, D1 takes ${maxParameters}: ${query}`)
}
