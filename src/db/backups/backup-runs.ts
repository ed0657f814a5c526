import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { backupRuns } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { BackupRun } from '#domain/backups/backup-state.ts'

/** The newest run, the last good one and the last good drill, the newest first: all that can be said of the backups. */
export async function latestBackupRuns(db: Db): Promise<readonly (BackupRun & { readonly id: string })[]> {
  const isGood = and(isNotNull(backupRuns.endedAt), isNull(backupRuns.fault))
  const found = await Promise.all([
    db.select().from(backupRuns).orderBy(desc(backupRuns.at)).limit(1),
    db.select().from(backupRuns).where(isNotNull(backupRuns.endedAt)).orderBy(desc(backupRuns.at)).limit(1),
    db.select().from(backupRuns).where(isGood).orderBy(desc(backupRuns.at)).limit(1),
    db
      .select()
      .from(backupRuns)
      .where(and(isGood, eq(backupRuns.isDrill, true)))
      .orderBy(desc(backupRuns.at))
      .limit(1),
  ])
  const byId = new Map(found.flat().map((run) => [run.id, run]))
  return [...byId.values()].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
