import { beginBackup, endBackup } from '#actions/backups/record-backup.ts'
import { backupDaysNow } from '#db/backups/backup-days.ts'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { allCommunities } from '#db/community/area-rows.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { type BackupRun, isBackupDue, isDrillDue } from '#domain/backups/backup-state.ts'
import { minute } from '#domain/time/durations.ts'
import type { BackupMade, Services } from '#src/services.ts'

/** A run that began this long ago has begun to copy, if its process is alive. */
const beginsWithin = 2 * minute

/** Makes the backup of the day where it is due; once a month it is restored into a temporary folder as well. */
export async function dailyBackup(services: Services): Promise<void> {
  const { backups, store, now } = services
  if (!backups?.make) return
  const [community] = await allCommunities(store.db)
  const zone = community?.zone ?? roleZone
  let runs = await latestBackupRuns(store.db)
  if (await endInterrupted(services, runs)) runs = await latestBackupRuns(store.db)
  if (!isBackupDue(runs, now(), zone)) return
  const isDrill = isDrillDue(runs, now(), zone)
  const id = await beginBackup(services, isDrill)
  if (id === null) return
  const made = await backups
    .make({ at: now(), isDrill, mostDays: await backupDaysNow(store.db, now()) })
    .catch((error: Error): BackupMade => ({ ok: false, why: 'other', what: error.name }))
  if (!made.ok) console.error(`backup: ${made.why}${made.what ? ` (${made.what})` : ''}`)
  await endBackup(services, id, made)
}

/** Writes down that a run will never end, because its process does not exist any more. Without this, the next would wait for it. */
async function endInterrupted(services: Services, [newest]: readonly (BackupRun & { readonly id: string })[]) {
  const { backups, now } = services
  if (!newest || newest.endedAt !== null || !backups?.isUnderWay) return false
  if (backups.isUnderWay() || now().getTime() - newest.at.getTime() < beginsWithin) return false
  await endBackup(services, newest.id, { ok: false, why: 'interrupted' })
  return true
}
