import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SqliteStore } from '#db/store/sqlite.ts'
import type { AboutMachine } from '#src/services.ts'
import { databaseFile } from './machine.ts'
import { root } from './root.ts'

/** What this process knows of itself and its machine. */
export function aboutMachine(store: SqliteStore, dataDir: string, startedAt: Date): AboutMachine {
  const file = databaseFile(dataDir)
  const { bavail, blocks, bsize } = statfsSync(dataDir)
  const applied = store.raw.prepare('select count(*) from __drizzle_migrations').pluck().get() as number
  const size = [file, `${file}-wal`].reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0)
  return {
    version: versionOf(),
    startedAt,
    migrations: applied,
    databaseBytes: size,
    freeBytes: bavail * bsize,
    diskBytes: blocks * bsize,
  }
}

/** When the clock last ran, by the time it had then; null before the first time. */
export function lastClockRun({ raw }: SqliteStore): Date | null {
  const at = raw.prepare("select at from ticks where id = 'clock'").pluck().get() as number | undefined
  return at === undefined ? null : new Date(at * 1000)
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
