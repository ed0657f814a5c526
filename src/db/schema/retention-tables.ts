import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ErasureKind } from '#domain/people/retention.ts'
import { id, instant } from './column-types.ts'

/** The certificate of a run that has erased something: what kind, how many, when, and by how many days. Never of whom. */
export const erasures = sqliteTable(
  'erasures',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    kind: text('kind').$type<ErasureKind>().notNull(),
    count: integer('count').notNull(),
    /** The days after which it was due. */
    days: integer('days').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('erasures_community').on(t.communityId, t.at)],
)

/** How far each community's retention has come, so that a run reads what has become due since the one before. */
export const retentionMarks = sqliteTable('retention_marks', {
  communityId: text('community_id').primaryKey(),
  /** The last run that has left nothing over. */
  ranAt: instant('ran_at').notNull(),
  /** Words of every wish that was closed before are erased. */
  closedFrom: instant('closed_from').notNull(),
})
