import { hour } from '#domain/time/durations.ts'
import { clockParts, localDay } from '#domain/time/workdays.ts'

/** Why there is no new backup. `no-folder`: its disk is not mounted; `log`: the copy does not match the log; `drill`: it could not be restored. */
export type BackupFault =
  | 'no-folder'
  | 'no-room'
  | 'not-allowed'
  | 'there-already'
  | 'damaged'
  | 'log'
  | 'drill'
  | 'interrupted'
  | 'other'

export type BackupRun = {
  readonly at: Date
  /** Null while it runs. */
  readonly endedAt: Date | null
  readonly fault: BackupFault | null
  /** Whether the same file was restored into a temporary folder and checked. */
  readonly isDrill: boolean
  /** Null where none is set up. */
  readonly isOffSite: boolean | null
}

/** What the administrator sees of the backups. */
export type BackupState = {
  readonly isSetUp: boolean
  readonly lastGood: Date | null
  readonly lastDrill: Date | null
  /** What became of the newest run, where it failed. */
  readonly fault: BackupFault | null
  /** The newest good backup did not reach the outside storage, although there is one. */
  readonly isOnlyHere: boolean
  /** A failed backup, one that is too old, or none at all. */
  readonly isAlarming: boolean
}

const tooOld = 36 * hour
/** A run that has not ended by then was interrupted. */
const longestRun = 6 * hour
const retryAfter = hour
/** After the local midnight's erasing, so that what was due is in no new backup. */
const firstHour = 2

const isGood = ({ endedAt, fault }: BackupRun): boolean => endedAt !== null && fault === null

/** `runs`: the newest first; the last good one and the last good drill among them. */
export function backupStateOf(isSetUp: boolean, runs: readonly BackupRun[], now: Date): BackupState {
  const good = runs.find(isGood)
  const drill = runs.find((run) => isGood(run) && run.isDrill)
  const ended = runs.find((run) => run.endedAt !== null || isInterrupted(run, now))
  const fault = ended && !isGood(ended) ? (ended.fault ?? 'interrupted') : null
  const isOnlyHere = good?.isOffSite === false
  const isOld = !good || now.getTime() - good.at.getTime() > tooOld
  return {
    isSetUp,
    lastGood: good?.at ?? null,
    lastDrill: drill?.at ?? null,
    fault,
    isOnlyHere,
    isAlarming: !isSetUp || isOld || fault !== null || isOnlyHere,
  }
}

/**
 * Whether the clock makes a backup now: once a local day from two o'clock on, an hour after a failure again, and at once
 * where there is none yet.
 */
export function isBackupDue(runs: readonly BackupRun[], now: Date, zone: string): boolean {
  const [newest] = runs
  if (newest && newest.endedAt === null && !isInterrupted(newest, now)) return false
  if (newest && !isGood(newest) && now.getTime() - newest.at.getTime() < retryAfter) return false
  const good = runs.find(isGood)
  if (!good) return true
  return localDay(good.at, zone) < localDay(now, zone) && clockParts(now, zone).hour >= firstHour
}

/** Once a month the backup is restored as well. */
export function isDrillDue(runs: readonly BackupRun[], now: Date, zone: string): boolean {
  const last = runs.find((run) => isGood(run) && run.isDrill)
  return !last || localDay(last.at, zone).slice(0, 7) < localDay(now, zone).slice(0, 7)
}

const isInterrupted = ({ at, endedAt }: BackupRun, now: Date): boolean =>
  endedAt === null && now.getTime() - at.getTime() > longestRun
