import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './column-types.ts'
import { people } from './people-tables.ts'

/**
 * Registrations of volunteers, until the secretary decides. They have no account, and do not show whether there is one.
 */
export const registrations = sqliteTable(
  'registrations',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    unit: text('unit').notNull(),
    branch: text('branch').notNull(),
    building: text('building').notNull(),
    strengths: text('strengths', { mode: 'json' }).$type<readonly string[]>().notNull(),
    freeTimes: text('free_times', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** When it was sent, and with it the consent to store what it says. */
    at: instant('at').notNull(),
    state: text('state', { enum: ['pending', 'accepted', 'declined'] }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** A code; the note that belongs to it can be read by the community's secretaries only. */
    reason: text('reason'),
    note: text('note').notNull().default(''),
    /** The person that an accepted registration became. */
    personId: text('person_id'),
  },
  (t) => [
    uniqueIndex('registrations_one_pending').on(t.communityId, t.phone).where(sql`state = 'pending'`),
    index('registrations_list').on(t.communityId, t.state, t.at, t.id),
    index('registrations_age').on(t.state, t.at),
    index('registrations_decided').on(t.decidedAt),
  ],
)

/** Private calendar addresses: one per person, and only SHA-256 of the token in it. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    lang: text('lang').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [uniqueIndex('feeds_person').on(t.personId)],
)
