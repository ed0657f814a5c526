import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/**
 * A picture of the delivered item; its bytes are stored under the row's id. There is never a file without a row.
 * Adding: first the row (waiting), then the file, then the row is marked as kept together with the delivery. Removing:
 * the row is marked as dropped, then the file is deleted, then the row.
 */
export const photos = sqliteTable(
  'photos',
  {
    id: id(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    round: integer('round').notNull(),
    personId: text('person_id').notNull(),
    type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
    /** The camera's orientation, 1 to 8 as in Exif. */
    turn: integer('turn').notNull().default(1),
    bytes: integer('bytes').notNull(),
    state: text('state', { enum: ['waiting', 'kept', 'dropped'] }).notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('photos_one_kept').on(t.wishId).where(sql`state = 'kept'`),
    index('photos_clock').on(t.state, t.at),
  ],
)
