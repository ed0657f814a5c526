import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { verifyNewest } from '#actions/log/verify-log.ts'
import { copyDatabase, faultsOf, openSqlite } from '#db/store/sqlite.ts'
import type { BackupFault } from '#domain/backups/backup-state.ts'
import { checkRestored } from '#src/commands/restore/check-restored.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { nameAt, removeUnfinished, unfinishedName } from './backup-copies.ts'
import { pack, photosOf, unpack } from './packed-backup.ts'

export type BackupOrder = {
  readonly dataDir: string
  readonly folder: string
  readonly at: Date
  readonly logSeed: string
  /** Public keys of age; where there are none, the file is not encrypted. */
  readonly recipients: readonly string[]
  /** Restores the file into a temporary folder and checks it there, before it gets its name. */
  readonly isDrill: boolean
}

type NoBackup = { readonly ok: false; readonly why: BackupFault; readonly what: string }
export type BackedUp = { readonly ok: true; readonly path: string; readonly bytes: number; readonly records: number }

/**
 * Copies the database as of this moment, then the photos: a photo added meanwhile is one file too many, never one too
 * few. The file gets its final name after the copy has been checked and flushed to disk, so a file with that name is
 * complete.
 */
export async function backUp(order: BackupOrder): Promise<NoBackup | BackedUp> {
  const { dataDir, folder, at, recipients } = order
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return { ok: false, why: 'no-folder', what: folder }
  const name = `${nameAt(at)}.tar.zst${recipients.length ? '.age' : ''}`
  const path = join(folder, name)
  if (existsSync(path)) return { ok: false, why: 'there-already', what: path }
  const half = join(folder, unfinishedName(name))
  // The copy that is not encrypted never leaves the data folder.
  const copy = join(dataDir, unfinishedName('copy'))
  try {
    removeUnfinished(folder)
    removeUnfinished(dataDir)
    if (!hasRoom(order)) return { ok: false, why: 'no-room', what: folder }
    mkdirSync(copy, { mode: 0o700 })
    const copied = await copyChecked(copy, order)
    if (!copied.ok) return copied
    const failed = await packChecked(copy, half, order, copied.records)
    if (failed) return failed
    renameSync(half, path)
    flush(folder)
    return { ok: true, path, bytes: statSync(path).size, records: copied.records }
  } catch (error) {
    return reasonOf(error)
  } finally {
    for (const left of [half, copy]) rmSync(left, { recursive: true, force: true })
  }
}

type Copied = { readonly ok: true; readonly records: number } | NoBackup

/** Copies the database, and recomputes its log from its rows. */
async function copyChecked(copy: string, { dataDir, logSeed }: BackupOrder): Promise<Copied> {
  const database = databaseFile(copy)
  closeSync(openSync(database, 'wx', 0o600))
  copyDatabase(databaseFile(dataDir), database)
  flush(database)
  const faults = faultsOf(database)
  if (faults.length) return { ok: false, why: 'damaged', what: faults.join('; ') }
  const store = openSqlite(database)
  try {
    // A database of an earlier version, which the server has not opened yet, has no log.
    const hasLog = store.raw.prepare("select count(*) from sqlite_schema where name = 'log_heads'").pluck().get() === 1
    if (!hasLog) return { ok: true, records: 0 }
    const log = await verifyNewest({ store, config: { logSeed } })
    return log.ok
      ? { ok: true, records: log.records }
      : { ok: false, why: 'log', what: log.why === 'event' ? String(log.record) : log.why }
  } finally {
    store.close()
  }
}

/** Packs the copy. For a drill the file is encrypted for one more key, which only this process has, and restored with it. */
async function packChecked(copy: string, file: string, order: BackupOrder, records: number): Promise<NoBackup | null> {
  const { dataDir, at, logSeed, recipients, isDrill } = order
  const drillKey = isDrill && recipients.length ? await generateX25519Identity() : null
  const own = drillKey ? [await identityToRecipient(drillKey)] : []
  await pack({ copy, dataDir, file, at }, [...recipients, ...own])
  flush(file)
  if (!isDrill) return null
  const folder = join(copy, 'drill')
  const unpacked = await unpack(file, folder, drillKey ? [drillKey] : [])
  if (!unpacked.ok) return { ok: false, why: 'drill', what: unpacked.what }
  const restored = await checkRestored(folder, logSeed)
  if (!restored.ok) return { ok: false, why: 'drill', what: restored.why }
  return restored.records === records ? null : { ok: false, why: 'drill', what: `${restored.records}/${records}` }
}

function hasRoom({ dataDir, folder, isDrill }: BackupOrder): boolean {
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const database = sizeOf(databaseFile(dataDir))
  const photos = photosOf(dataDir).reduce((sum, name) => sum + sizeOf(join(dataDir, 'photos', name)), 0)
  const whole = database + photos
  return roomIn(folder) > whole && roomIn(dataDir) > database + (isDrill ? whole : 0)
}

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Flushes a file to disk, or a folder, which stores the names of its files. */
function flush(path: string): void {
  const isFolder = statSync(path).isDirectory()
  // Windows cannot open a folder, and does not need to flush one.
  if (isFolder && process.platform === 'win32') return
  const opened = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function reasonOf(error: unknown): NoBackup {
  const code = codeOf(error)
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code)) return { ok: false, why: 'no-room', what: code }
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code))
    return { ok: false, why: 'not-allowed', what: code }
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code)) return { ok: false, why: 'damaged', what: code }
  return { ok: false, why: 'other', what: code || (error instanceof Error ? error.name : 'unknown') }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
