import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Snapshot } from '#domain/month/month-facts.ts'
import { instant } from './column-types.ts'
import { claims } from './wish-tables.ts'

/** Months that the secretary has signed. Triggers refuse update, delete and replacement: what was signed stays so. */
export const months = sqliteTable(
  'months',
  {
    communityId: text('community_id').notNull(),
    month: text('month').notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: instant('signed_at').notNull(),
    /** Up to which event of the community the figures were reckoned. */
    lastEvent: integer('last_event').notNull(),
    /** The rules of the month's first day: the month's formulas are theirs. */
    ruleVersion: text('rule_version').notNull(),
    snapshot: text('snapshot', { mode: 'json' }).$type<Snapshot>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.month] })],
)

/** What was found to be different later. It stands beside the signed figure and replaces nothing; only its words can be erased. */
export const monthCorrections = sqliteTable(
  'month_corrections',
  {
    communityId: text('community_id').notNull(),
    month: text('month').notNull(),
    /** A key of the snapshot's facts. */
    figure: text('figure').notNull(),
    /** 1 for the first correction of that figure. Whoever corrects an outdated figure meets the key. */
    nth: integer('nth').notNull(),
    oldValue: integer('old_value'),
    newValue: integer('new_value').notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.month, t.figure, t.nth] })],
)

/** How long a delivery took, as the volunteer says: nobody is clocked in or out, and nobody has to say. */
export const serviceTimes = sqliteTable('service_times', {
  claimId: text('claim_id')
    .primaryKey()
    .references(() => claims.id),
  minutes: integer('minutes').notNull(),
  statedAt: instant('stated_at').notNull(),
})
