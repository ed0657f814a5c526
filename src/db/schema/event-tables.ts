import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EventData } from '#domain/wish/wish-events.ts'
import { instant } from './column-types.ts'

/**
 * The lock, the ledger and the statistics. `pos` is the only global order. A row carries the circumstances at that
 * moment as random ids, codes and dates; every typed word is in a note with the same stream and seq. Triggers refuse
 * update, delete and replacement.
 */
export const events = sqliteTable(
  'events',
  {
    pos: integer('pos').primaryKey({ autoIncrement: true }),
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    action: text('action').notNull(),
    /** The state of the wish after the event; empty on other streams. */
    state: text('state').notNull().default(''),
    actorId: text('actor_id').notNull(),
    at: instant('at').notNull(),
    communityId: text('community_id').notNull(),
    gridId: text('grid_id'),
    category: text('category'),
    urgency: text('urgency'),
    source: text('source'),
    unitId: text('unit_id'),
    round: integer('round'),
    dueAt: instant('due_at'),
    promiseAt: instant('promise_at'),
    ruleVersion: text('rule_version'),
    data: text('data', { mode: 'json' }).$type<EventData>().notNull(),
  },
  (t) => [uniqueIndex('events_stream').on(t.stream, t.seq), index('events_community').on(t.communityId, t.pos)],
)

/** The words people typed. Erasing a row leaves its event intact, which only stores SHA-256(salt ‖ text). */
export const notes = sqliteTable(
  'notes',
  {
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    salt: text('salt').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq, t.kind] })],
)
