import { backupDaysNow } from '#db/backups/backup-days.ts'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { backupStateOf } from '#domain/backups/backup-state.ts'
import { holds } from '#domain/people/actor.ts'
import type { CWith } from '#http/context.ts'
import type { Backed } from '#views/desk/backup-panel.tsx'

/** The backups, for an administrator; null for others, and where the runtime makes none itself. */
export async function backupsOnDesk(c: CWith<'person'>): Promise<Backed | null> {
  const { backups, store, now } = c.get('services')
  if (!backups || !holds(c.get('person'), 'administrator')) return null
  const state = backupStateOf(backups.make !== null, await latestBackupRuns(store.db), now())
  return { state, days: await backupDaysNow(store.db, now()) }
}
