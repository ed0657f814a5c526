import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { copyDatabase, faultsOf } from '#db/store/sqlite.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { nameAt, removeUnfinished, unfinishedName } from './backup-copies.ts'

export type NoBackup = { readonly ok: false } & (
  | { readonly why: 'no-room' }
  | { readonly why: 'not-allowed' }
  | { readonly why: 'there-already'; readonly path: string }
  | { readonly why: 'damaged'; readonly what: string }
  | { readonly why: 'other'; readonly code: string }
)

/**
 * Copies the database as of this moment, then the photos: a photo added meanwhile is one file too many, never one too
 * few. The copy gets its final name after it has been checked and flushed to disk, so a folder with that name is
 * complete.
 */
export function backUp(
  dataDir: string,
  folder: string,
  now: Date,
): NoBackup | { readonly ok: true; readonly path: string } {
  const path = join(folder, nameAt(now))
  if (existsSync(path)) return { ok: false, why: 'there-already', path }
  const half = join(folder, unfinishedName(nameAt(now)))
  try {
    removeUnfinished(folder)
    if (!hasRoom(dataDir, folder)) return { ok: false, why: 'no-room' }
    mkdirSync(half, { mode: 0o700 })
    const faults = copyInto(half, dataDir)
    if (faults.length) return { ok: false, why: 'damaged', what: faults.join('; ') }
    renameSync(half, path)
    flush(folder)
    return { ok: true, path }
  } catch (error) {
    return reasonOf(error)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/** Faults found in the copied database; empty where it is intact. */
function copyInto(half: string, dataDir: string): readonly string[] {
  const database = databaseFile(half)
  closeSync(openSync(database, 'wx', 0o600))
  copyDatabase(databaseFile(dataDir), database)
  const faults = faultsOf(database)
  if (faults.length) return faults
  flush(database)

  const photos = photosOf(dataDir)
  if (photos.length) {
    mkdirSync(join(half, 'photos'), { mode: 0o700 })
    for (const name of photos) copyPhoto(join(dataDir, 'photos', name), join(half, 'photos', name))
    flush(join(half, 'photos'))
  }
  flush(half)
  return []
}

/**
 * A photo erased since the folder was read is no fault: the copied row is older than the erasure, and the bytes are
 * gone.
 */
function copyPhoto(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !existsSync(from)) return
    throw error
  }
  chmodSync(to, 0o600)
  flush(to)
}

/** Complete ones only: while it is being written, a photo's name contains a dot. */
function photosOf(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'photos')
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes('.')) : []
}

function hasRoom(dataDir: string, folder: string): boolean {
  const files = [databaseFile(dataDir), ...photosOf(dataDir).map((name) => join(dataDir, 'photos', name))]
  const needed = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > needed
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
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code)) return { ok: false, why: 'no-room' }
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return { ok: false, why: 'not-allowed' }
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code)) return { ok: false, why: 'damaged', what: code }
  return { ok: false, why: 'other', code: code || (error instanceof Error ? error.name : 'unknown') }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
