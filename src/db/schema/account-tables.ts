import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SecurityKind } from '#domain/account/security-events.ts'
import { id, instant } from './column-types.ts'
import { people } from './people-tables.ts'

/** The authenticator app of a person. The secret is encrypted with the installation's; `lastStep` is the last one used. */
export const secondFactors = sqliteTable('second_factors', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id),
  secret: text('secret').notNull(),
  lastStep: integer('last_step').notNull(),
  since: instant('since').notNull(),
})

/** The codes on paper for when the app is lost; only keyed hashes are stored, and a used one is deleted. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('recovery_codes_person').on(t.personId)],
)

/** What happened to accounts: kinds, ids and times, no values and no addresses of the network. */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: id(),
    at: instant('at').notNull(),
    kind: text('kind').$type<SecurityKind>().notNull(),
    personId: text('person_id').notNull(),
    /** The kind of device, such as 'Android'; empty where it is not known. */
    device: text('device').notNull().default(''),
  },
  (t) => [index('security_events_person').on(t.personId, t.at), index('security_events_at').on(t.at)],
)
