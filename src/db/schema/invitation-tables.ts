import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Count } from '#domain/matching/chance.ts'
import type { Reason } from '#domain/matching/reasons.ts'
import { flag, id, instant } from './column-types.ts'

/** One row for each wish that a volunteer was invited to. Deleted after half a year; what was counted of them stays. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    wishId: text('wish_id').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
    /** The local day, and the Monday of its week. */
    day: text('day').notNull(),
    week: text('week').notNull(),
    /** Which invitation of that week it is; null where it goes together with another one. */
    slot: integer('slot'),
    /** The id of the invitation with which it was sent; its own where it was sent alone. */
    sentWith: text('sent_with').notNull(),
    isUrgent: flag('is_urgent').notNull(),
    /** The kind of invitation by which its outcome is counted; see domain/matching/chance.ts. */
    cell: text('cell').notNull(),
    reasons: text('reasons', { mode: 'json' }).$type<readonly Reason[]>().notNull(),
  },
  (t) => [
    // The limit of a week also applies to plans that are made at the same moment.
    uniqueIndex('invitations_week_slot').on(t.personId, t.week, t.slot),
    uniqueIndex('invitations_once_a_day').on(t.wishId, t.personId, t.day),
    index('invitations_community').on(t.communityId, t.at),
    index('invitations_wish').on(t.wishId, t.at),
    index('invitations_person').on(t.personId, t.at),
    index('invitations_age').on(t.at),
  ],
)

/** One plan for each community and day; the key makes it happen once, however many clocks run. */
export const invitationPlans = sqliteTable(
  'invitation_plans',
  {
    communityId: text('community_id').notNull(),
    day: text('day').notNull(),
    at: instant('at').notNull(),
    invited: integer('invited').notNull(),
    /** What had been counted by then; pages and the plans of the day use the same chances. */
    chances: text('chances', { mode: 'json' }).$type<readonly Count[]>().notNull(),
    quietGrids: text('quiet_grids', { mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.day] }), index('invitation_plans_age').on(t.at)],
)
