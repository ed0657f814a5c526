import type Database from 'better-sqlite3'
import { day, inSeconds } from '#domain/time/durations.ts'
import { storageFaultOf } from './fault-of.ts'

type Raw = Database.Database
/** The disk that the file is on, in bytes. */
export type Disk = { readonly folder: string; sizeOfFile(): number; free(): number }

/** In bytes. Rewriting a file of this size takes about a second, during which no request is answered. */
const mostEachDay = 256 * 1024 * 1024

/**
 * `secure_delete` overwrites deleted rows, but not the copies that SQLite left behind when it moved rows between pages:
 * about one erased text in two hundred remained in the file. So the file is also rewritten from its live rows, after
 * each run that erased something and at least once a day, and the journal is emptied at each run. Where another process
 * reads or writes at that moment, the next run does it.
 */
export function overwriteErased(raw: Raw, disk: Disk, at: Date, hasErased: boolean): void {
  if (raw.memory) return
  const now = Math.floor(at.getTime() / 1000)
  const last = lastRewrite(raw)
  const isDue = hasErased || last === null || Math.abs(now - last) >= inSeconds(day)
  if (isDue && disk.sizeOfFile() <= mostEachDay && rewrite(raw, disk)) markRewritten(raw, now)
  emptyJournal(raw)
}

/**
 * Once for a file from a version that did not overwrite erased texts, whatever its size. False where the disk has no
 * room or another process is writing: the next start tries again.
 */
export function overwriteOlder(raw: Raw, disk: Disk): boolean {
  if (raw.memory || lastRewrite(raw) !== null) return true
  if (!rewrite(raw, disk)) return false
  markRewritten(raw, 0)
  emptyJournal(raw)
  return true
}

/** Needs free space for two copies: one next to the file and one in its journal. */
function rewrite(raw: Raw, disk: Disk): boolean {
  if (disk.free() < 2.2 * disk.sizeOfFile()) return false
  const { SQLITE_TMPDIR } = process.env
  // SQLite's temporary copy must be next to the file, not in a folder that other users can read.
  process.env.SQLITE_TMPDIR = disk.folder
  try {
    raw.exec('vacuum')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  } finally {
    if (SQLITE_TMPDIR === undefined) delete process.env.SQLITE_TMPDIR
    else process.env.SQLITE_TMPDIR = SQLITE_TMPDIR
  }
}

/** Another writer, a disk that takes no more, or a long list being read on this connection: it can be done later. */
function isBusy(error: unknown): boolean {
  const fault = storageFaultOf(error)
  if (fault) return fault !== 'damaged'
  return error instanceof Error && /connection is busy/.test(error.message)
}

/** Does not wait for readers, because waiting would stop the server for as long as a backup runs. */
function emptyJournal(raw: Raw): void {
  const wait = raw.pragma('busy_timeout', { simple: true })
  raw.pragma('busy_timeout = 0')
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isBusy(error)) throw error
  } finally {
    raw.pragma(`busy_timeout = ${wait}`)
  }
}

function lastRewrite(raw: Raw): number | null {
  return (raw.prepare("select at from ticks where id = 'rewrite'").pluck().get() as number | undefined) ?? null
}

function markRewritten(raw: Raw, at: number): void {
  raw.prepare("insert or replace into ticks (id, at, changed) values ('rewrite', ?, 0)").run(at)
}
