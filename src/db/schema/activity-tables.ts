import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActivityKind } from '#domain/activities.ts'
import { id, instant } from './column-types.ts'

/**
 * An activity that a secretary planned from a month's suggestion: one day for many residents, where the same item is
 * asked for again and again.
 */
export const activities = sqliteTable(
  'activities',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    /** The month of the report that suggested it. */
    month: text('month').notNull(),
    kind: text('kind').$type<ActivityKind>().notNull(),
    /** The item asked for; empty where the suggestion was a whole category. */
    itemId: text('item_id'),
    category: text('category').notNull(),
    title: text('title').notNull(),
    /** A local day. */
    day: text('day').notNull(),
    note: text('note').notNull().default(''),
    state: text('state', { enum: ['planned', 'held', 'dropped'] }).notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    index('activities_month').on(t.communityId, t.month, t.day),
    index('activities_planned').on(t.communityId, t.state, t.day),
  ],
)
