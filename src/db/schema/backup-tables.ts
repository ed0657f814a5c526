import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { BackupFault } from '#domain/backups/backup-state.ts'
import { flag, id, instant } from './column-types.ts'

/** The backups that the clock or the command began, and what became of them. `at` is unique, so that two clocks do not begin the same. */
export const backupRuns = sqliteTable(
  'backup_runs',
  {
    id: id(),
    at: instant('at').notNull(),
    /** Null while it runs. */
    endedAt: instant('ended_at'),
    fault: text('fault').$type<BackupFault>(),
    /** Whether the same file was restored into a temporary folder and checked. */
    isDrill: flag('is_drill').notNull(),
    /** Null where no store outside is set up. */
    isOffSite: flag('is_off_site'),
    bytes: integer('bytes'),
    /** How many records the log in the backup has. */
    records: integer('records'),
  },
  (t) => [uniqueIndex('backup_runs_minute').on(t.at), index('backup_runs_ended').on(t.endedAt)],
)
