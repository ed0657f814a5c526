import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Snapshot } from '#domain/month/month-facts.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import { instant } from './column-types.ts'
import { claims } from './wish-tables.ts'

/**
 * Months that the secretary has signed. Triggers refuse update, delete and replacement, so a signed month never
 * changes.
 */
export const months = sqliteTable(
  'months',
  {
    communityId: text('community_id').notNull(),
    month: text('month').notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: instant('signed_at').notNull(),
    /** The community's last event that the figures include. */
    lastEvent: integer('last_event').notNull(),
    /** The rules in force on the first day of the month, which the month's formulas follow. */
    ruleVersion: text('rule_version').notNull(),
    snapshot: text('snapshot', { mode: 'json' }).$type<Snapshot>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.month] })],
)

/**
 * Later corrections of a signed month. They are shown next to the signed figure and do not replace it; only their words
 * can be erased.
 */
export const monthCorrections = sqliteTable(
  'month_corrections',
  {
    communityId: text('community_id').notNull(),
    month: text('month').notNull(),
    /** A key of the snapshot's facts. */
    figure: text('figure').notNull(),
    /** 1 for the first correction of that figure. Two corrections of the same state collide on this key. */
    nth: integer('nth').notNull(),
    oldValue: integer('old_value'),
    newValue: integer('new_value').notNull(),
    reason: text('reason').notNull(),
    /** Why, for everyone to read. Null where it was not asked for yet. */
    publicReason: text('public_reason').$type<CorrectionReason>(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.month, t.figure, t.nth] })],
)

/** How long a delivery took, as the volunteer states it: there is no check-in, and stating it is optional. */
export const serviceTimes = sqliteTable('service_times', {
  claimId: text('claim_id')
    .primaryKey()
    .references(() => claims.id),
  minutes: integer('minutes').notNull(),
  statedAt: instant('stated_at').notNull(),
})
