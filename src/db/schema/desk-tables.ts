import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from './column-types.ts'

/** Every notification is a row, exactly once per event and person. */
export const notifications = sqliteTable(
  'notices',
  {
    stream: text('stream').notNull(),
    seq: integer('seq').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind').notNull(),
    /** Empty where it is not about a wish. */
    wishId: text('wish_id').notNull(),
    /** The id of a resident's file or a list that it is about; the kind says which. */
    aboutId: text('about_id'),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.seq, t.personId] }),
    index('notices_person').on(t.personId, t.readAt, t.at),
    index('notices_latest').on(t.personId, t.at),
  ],
)

/** The first answer to a form's key, so that a form sent twice makes one row. Deleted after 30 days. */
export const requests = sqliteTable(
  'requests',
  {
    actorId: text('actor_id').notNull(),
    key: text('key').notNull(),
    action: text('action').notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: text('answer').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('requests_at').on(t.at)],
)

/** When each job of the clock last finished; shown on /healthz. */
export const ticks = sqliteTable('ticks', {
  id: id(),
  at: instant('at').notNull(),
  changed: integer('changed').notNull(),
})
