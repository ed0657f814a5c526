import { eq, lte } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { backupRuns } from '#db/schema/tables.ts'
import { takenKey } from '#db/store/store.ts'
import { day, minute } from '#domain/time/durations.ts'
import type { BackupMade, Services } from '#src/services.ts'

/** How long runs are remembered. */
const remembered = 400 * day

/** Writes down that a backup begins. Null where another process began one in the same minute. */
export async function beginBackup({ store, now }: Services, isDrill: boolean): Promise<string | null> {
  const { db } = store
  const id = newId()
  const at = new Date(Math.floor(now().getTime() / minute) * minute)
  try {
    await store.commit([
      db.insert(backupRuns).values({ id, at, isDrill }),
      db.delete(backupRuns).where(lte(backupRuns.at, new Date(at.getTime() - remembered))),
    ])
    return id
  } catch (error) {
    if (takenKey(error) === 'backup_runs.at') return null
    throw error
  }
}

/** Writes down what became of it. */
export async function endBackup({ store, now }: Services, id: string, made: BackupMade): Promise<void> {
  const { bytes, records, isOffSite } = made.ok ? made : { bytes: null, records: null, isOffSite: null }
  const fault = made.ok ? null : made.why
  await store.commit([
    store.db.update(backupRuns).set({ endedAt: now(), fault, bytes, records, isOffSite }).where(eq(backupRuns.id, id)),
  ])
}
