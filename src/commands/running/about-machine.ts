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

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
