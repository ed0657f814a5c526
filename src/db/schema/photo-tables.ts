import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/**
 * A picture of the thing that was brought; its bytes are kept under the row's id. No file is without a row: the row comes
 * first (waiting), then the file, then kept with the delivery; and dropped first, then the file goes, then the row.
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
    /** How the camera was held, 1 to 8 as Exif counts. */
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
