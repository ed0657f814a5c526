import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '#db/store/sqlite.ts'
import { nameAt } from '#src/commands/backup/backup-copies.ts'
import { type Unpacked, unpack } from '#src/commands/backup/packed-backup.ts'
import { databaseFile, logSeedFile, secretFile } from '#src/commands/running/machine.ts'

/**
 * A new data folder next to the present one, with the database and photos of a backup and the secrets of this machine.
 * A backup is one file; those of an earlier version are folders. On a refusal there is no new folder.
 */
export async function makeFolder(
  backup: string,
  dataDir: string,
  identities: readonly string[],
): Promise<{ readonly ok: true; readonly folder: string } | Exclude<Unpacked, { readonly ok: true }>> {
  const folder = `${dataDir}.restoring-${process.pid}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700, recursive: true })
  if (statSync(backup).isFile()) {
    const unpacked = await unpack(backup, folder, identities)
    if (!unpacked.ok) {
      rmSync(folder, { recursive: true, force: true })
      return unpacked
    }
  } else {
    copyFileSync(databaseFile(backup), databaseFile(folder))
    chmodSync(databaseFile(folder), 0o600)
    if (existsSync(join(backup, 'photos'))) cpSync(join(backup, 'photos'), join(folder, 'photos'), { recursive: true })
  }
  for (const file of [secretFile, logSeedFile]) if (existsSync(file(dataDir))) copyFileSync(file(dataDir), file(folder))
  return { ok: true, folder }
}

/** SQLite removes the journal when the last connection closes; where it stays, the server still has the file open. */
export function isInUse(dataDir: string): boolean {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return false
  const store = openSqlite(file)
  store.raw.prepare('select count(*) from sqlite_schema').get()
  store.close()
  return existsSync(`${file}-wal`)
}

/** Puts the new folder in the place of the present one, which is kept under the name returned; null where there was none. */
export function swap(folder: string, dataDir: string, now: Date): string | null {
  const hasOlder = existsSync(dataDir) && readdirSync(dataDir).length > 0
  const older = `${dataDir}.before-${nameAt(now).replace('micro-wish-', '')}`
  if (hasOlder) renameSync(dataDir, older)
  else rmSync(dataDir, { recursive: true, force: true })
  renameSync(folder, dataDir)
  return hasOlder ? older : null
}
