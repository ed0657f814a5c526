import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ErasureKind } from '#domain/people/retention.ts'
import { id, instant } from './column-types.ts'

/** The certificate of a run that erased data: what kind, how many rows, when, and after how many days. Never whose. */
export const erasures = sqliteTable(
  'erasures',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    kind: text('kind').$type<ErasureKind>().notNull(),
    count: integer('count').notNull(),
    /** The number of days after which the data was due. */
    days: integer('days').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('erasures_community').on(t.communityId, t.at)],
)

/** How far each community's retention has come, so that a run only reads what has become due since the previous one. */
export const retentionMarks = sqliteTable('retention_marks', {
  communityId: text('community_id').primaryKey(),
  /** The last run that erased everything due. */
  ranAt: instant('ran_at').notNull(),
  /** The words of every wish closed before this are erased. */
  closedFrom: instant('closed_from').notNull(),
})
