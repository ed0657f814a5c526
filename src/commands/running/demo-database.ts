import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Config } from '#src/config.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { lastClockRun } from './about-machine.ts'
import { wholeAsSql } from './as-sql.ts'
import { migrationsFolder } from './root.ts'

/** 'DEMO' in the file's header, which the database of a real community does not have. */
const demoMark = 0x44454d4f

type Wanted = {
  readonly file: string
  readonly config: Config
  readonly now: Date
  readonly passwordHash: string
}

/**
 * Makes the demo's database. It is filled under another name and renamed when complete, so that an interrupted start
 * leaves no incomplete demo.
 */
export async function makeDemoDatabase({ file, ...seeding }: Wanted): Promise<void> {
  const unfinished = `${file}.unfinished`
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  const store = openSqlite(unfinished)
  try {
    store.migrate(migrationsFolder)
    // An incomplete demo is discarded, so nothing has to be durable before the end.
    store.raw.pragma('synchronous = OFF')
    await seedDemo({ store, ...seeding })
    store.raw.pragma(`application_id = ${demoMark}`)
    store.raw.pragma('synchronous = FULL')
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    store.close()
  }
  renameSync(unfinished, file)
}

/** Writes every row of a demo as statements for an empty, migrated database. */
export function writeDemoAsSql(file: string, target: string): void {
  const store = openSqlite(file)
  try {
    writeFileSync(target, `${wholeAsSql(store).join(';\n')};\n`, { mode: 0o600 })
  } finally {
    store.close()
  }
}

/** When the clock of a demo last ran; null before its first time. */
export function lastTickIn(file: string): Date | null {
  const store = openSqlite(file)
  try {
    return lastClockRun(store)
  } finally {
    store.close()
  }
}

/** What is in that path: a demo is continued, any other database is left alone. */
export function foundAt(file: string): 'nothing' | 'demo' | 'other' {
  if (!existsSync(file)) return 'nothing'
  const store = openSqlite(file)
  try {
    return store.raw.pragma('application_id', { simple: true }) === demoMark ? 'demo' : 'other'
  } finally {
    store.close()
  }
}
