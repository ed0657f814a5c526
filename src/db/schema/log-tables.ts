import { blob, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from './column-types.ts'

/**
 * The transparency log of the events: level -1 has bundles of 256 entries, the levels from 1 up have the hashes of full
 * tiles below. The last row of a level grows until it is full.
 */
export const logTiles = sqliteTable(
  'log_tiles',
  {
    level: integer('level').notNull(),
    n: integer('n').notNull(),
    bytes: blob('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.n] })],
)

/**
 * The signed states of the log. `prev` is the size of the earlier state, and unique, so that two processes cannot both
 * continue the same one. Triggers refuse update, delete and replacement.
 */
export const logHeads = sqliteTable(
  'log_heads',
  {
    size: integer('size').primaryKey(),
    prev: integer('prev').notNull().unique(),
    /** The position of the last event in the log; the index of an event is its rank, because positions may have gaps. */
    pos: integer('pos').notNull(),
    note: text('note').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('log_heads_pos').on(t.pos)],
)
