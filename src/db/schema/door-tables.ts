import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PublishingDoor } from '#domain/doors/door.ts'
import type { PaperSize } from '#domain/doors/edition.ts'
import { id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/** A list of wishes as it was sent to the group or hung on the notice board: one message or one sheet. */
export const editions = sqliteTable(
  'editions',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    door: text('door').$type<PublishingDoor>().notNull(),
    /** Counted in the community and by door from 1; printed on a sheet. */
    number: integer('number').notNull(),
    /** Of a sheet; null for a message. */
    paper: text('paper').$type<PaperSize>(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** A message was recalled, or a sheet was taken down. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    // Two people who make one at the same moment collide here, and the second takes the next number.
    uniqueIndex('editions_number').on(t.communityId, t.door, t.number),
    index('editions_current').on(t.communityId, t.door, t.madeAt).where(sql`ended_at is null`),
  ],
)

/** The wishes of an edition, in the order in which they are printed. */
export const editionWishes = sqliteTable(
  'edition_wishes',
  {
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id),
    /** From 1: volunteers answer a message with it. */
    position: integer('position').notNull(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.position] }),
    uniqueIndex('edition_wishes_once').on(t.editionId, t.wishId),
    index('edition_wishes_wish').on(t.wishId),
  ],
)
