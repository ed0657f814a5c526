import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './column-types.ts'

/** A list of wishes that a work unit's branch has adopted. Each wish keeps its own claim. */
export const batches = sqliteTable(
  'batches',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    unitId: text('unit_id').notNull(),
    /** The unit's contact, or staff on the contact's word by telephone. */
    madeBy: text('made_by').notNull(),
    at: instant('at').notNull(),
    /** The secretary who last approved claims of it beyond the limits. */
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (t) => [index('batches_unit').on(t.unitId, t.at), index('batches_community').on(t.communityId, t.at)],
)

/** A wish of a batch, with the member who took it or agreed to take it; null while no one has. */
export const batchWishes = sqliteTable(
  'batch_wishes',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batches.id),
    wishId: text('wish_id').notNull(),
    personId: text('person_id'),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.wishId] }), index('batch_wishes_wish').on(t.wishId)],
)
