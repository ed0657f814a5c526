import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from '#db/schema/tables.ts'
import { groupCommits } from './group-commit.ts'
import { inTurns } from './in-turn.ts'
import { type Disk, overwriteErased, overwriteOlder } from './overwrite.ts'
import { type Db, refuseTooManyParameters, type Store } from './store.ts'

export type SqliteStore = Store & {
  close(): void
  /**
   * False where the file still contains texts erased by an older version, because the disk has no room to rewrite it.
   */
  migrate(folder: string): boolean
  readonly raw: Database.Database
}

/** In milliseconds: how long a write waits while another process has the database locked. */
const longestLock = 5000

/**
 * Opens the database file (':memory:' for none, or the bytes of a file for a copy in memory). WAL allows reading during a
 * write; synchronous FULL makes an answered claim survive a power cut; secure_delete overwrites what is deleted.
 */
export function openSqlite(from: string | Buffer, patience = longestLock): SqliteStore {
  const file = typeof from === 'string' ? from : ':memory:'
  if (file !== ':memory:') keepFromOthers(file)
  const raw = new Database(from)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('secure_delete = ON')
  raw.pragma(`busy_timeout = ${longestLock}`)
  keepPrepared(raw)
  const db = drizzle(raw, { schema, logger: { logQuery: refuseTooManyParameters } })

  return {
    db: db as unknown as Db,
    raw,
    commit: groupCommits(raw, patience),
    inTurn: inTurns(),
    overwriteErased: async (at, hasErased) => overwriteErased(raw, diskOf(file), at, hasErased),
    migrate(migrationsFolder) {
      const isNew = raw.prepare('select count(*) from sqlite_schema').pluck().get() === 0
      raw.pragma('foreign_keys = OFF')
      runMigrations(db, { migrationsFolder })
      raw.pragma('foreign_keys = ON')
      // The check reads every row, and only a migration can leave a row without its parent: so it runs once after each
      // migration.
      const applied = raw.prepare('select count(*) from __drizzle_migrations').pluck().get()
      if (raw.pragma('user_version', { simple: true }) !== applied) {
        const broken = raw.pragma('foreign_key_check') as unknown[]
        if (broken.length) throw new Error(`migrations left ${broken.length} rows without their parent`)
        raw.pragma(`user_version = ${applied}`)
      }
      return isNew || overwriteOlder(raw, diskOf(file))
    },
    close: () => raw.close(),
  }
}

/**
 * Copies the database as of this moment into an empty file, while other connections read and write. The copy is rebuilt
 * from the live rows, so it contains no erased text. It is not flushed to disk: the caller does that once, at the end.
 */
export function copyDatabase(from: string, to: string): void {
  const raw = new Database(from, { readonly: true, fileMustExist: true })
  try {
    raw.pragma('busy_timeout = 5000')
    raw.pragma('synchronous = OFF')
    raw.prepare('vacuum into ?').run(to)
  } finally {
    raw.close()
  }
}

/** The faults that SQLite's own check finds in a file; empty where it is intact. */
export function faultsOf(file: string): readonly string[] {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const rows = raw.pragma('quick_check') as readonly { readonly quick_check: string }[]
    return rows.map((row) => row.quick_check).filter((found) => found !== 'ok')
  } finally {
    raw.close()
  }
}

/**
 * The folder and the file are created with access for the owner only; an older file loses the access of all other
 * users.
 */
function keepFromOthers(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  for (const path of [file, `${file}-wal`, `${file}-shm`].filter(existsSync)) {
    const { mode, uid } = statSync(path)
    // A file of another account (the clock may run under its own) can only be changed by that account.
    if (mode & 0o007 && uid === process.getuid?.()) chmodSync(path, mode & 0o770)
  }
}

const diskOf = (file: string): Disk => ({
  folder: dirname(file),
  sizeOfFile: () => statSync(file).size,
  free: () => {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bavail * bsize
  },
})

/** Enough for all statements of the program, and the few whose text depends on their arguments. */
const cachedStatements = 500

/**
 * Compiling a statement often costs as much as running it, so compiled ones are reused; the least recently used is
 * dropped first.
 */
function keepPrepared(raw: Database.Database): void {
  const cache = new Map<string, Database.Statement>()
  const prepare = raw.prepare.bind(raw)
  const again = (source: string) => {
    const statement = cache.get(source) ?? prepare(source)
    // A reused statement must be in its initial mode, whichever form of rows was read from it last.
    if (statement.reader) statement.raw(false).pluck(false)
    cache.delete(source)
    cache.set(source, statement)
    const [oldest] = cache.keys()
    if (cache.size > cachedStatements && oldest !== undefined) cache.delete(oldest)
    return statement
  }
  raw.prepare = again as typeof raw.prepare
}
