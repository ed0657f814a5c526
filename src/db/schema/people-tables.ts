import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { units } from './area-tables.ts'
import { flag, id, instant } from './column-types.ts'

/** Everyone with an account: staff and volunteers. Residents have none and are not in this table. */
export const people = sqliteTable(
  'people',
  {
    id: id(),
    phone: text('phone').notNull(),
    name: text('name').notNull(),
    /** Pinyin and initials of the name, for searching; null until computed. */
    pinyin: text('pinyin'),
    initials: text('initials'),
    /** Increased by every change of the data that a form edits. */
    version: integer('version').notNull().default(0),
    passwordHash: text('password_hash'),
    nameIsPublic: flag('name_is_public').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    /** When the data of a person who left was erased. */
    erasedAt: instant('erased_at'),
  },
  (t) => [
    uniqueIndex('people_phone').on(t.phone),
    index('people_unsounded').on(t.id).where(sql`pinyin is null and erased_at is null`),
  ],
)

/** A role applies in an area, from a local day until a local day (exclusive), and names who granted it. */
export const roles = sqliteTable(
  'roles',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: ['gridWorker', 'volunteer', 'secretary', 'supervisor', 'administrator'] }).notNull(),
    areaId: text('area_id').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day'),
    grantedBy: text('granted_by'),
    grantedAt: instant('granted_at').notNull(),
  },
  (t) => [index('roles_person').on(t.personId), index('roles_area').on(t.areaId, t.role)],
)

/** What a volunteer stated when reporting in (双报到). One row per person and community. */
export const volunteers = sqliteTable(
  'volunteers',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    communityId: text('community_id').notNull(),
    unitId: text('unit_id').references(() => units.id),
    branch: text('branch').notNull().default(''),
    building: text('building').notNull().default(''),
    strengths: text('strengths', { mode: 'json' }).$type<readonly string[]>().notNull(),
    freeTimes: text('free_times', { mode: 'json' }).$type<readonly string[]>().notNull(),
    reportedIn: text('reported_in'),
    state: text('state', { enum: ['inactive', 'active', 'left'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** How often they agree to be invited. */
    askChoice: text('ask_choice', { enum: ['never', 'weekly', 'usual'] })
      .notNull()
      .default('usual'),
    /** The first local day on which they may be invited again; null while they have not paused. */
    askPausedUntil: text('ask_paused_until'),
  },
  (t) => [
    uniqueIndex('volunteers_once').on(t.personId, t.communityId),
    index('volunteers_community').on(t.communityId, t.state, t.id),
  ],
)

/** Only SHA-256 of the session token is stored; `absoluteAt` is the end that use does not extend. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    expiresAt: instant('expires_at').notNull(),
    absoluteAt: instant('absolute_at').notNull(),
    /** Null for a session of an earlier version. */
    begunAt: instant('begun_at'),
    /** The kind of device, such as 'Android'. */
    device: text('device').notNull().default(''),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    index('sessions_expiry').on(t.expiresAt),
    index('sessions_absolute').on(t.absoluteAt),
  ],
)

/**
 * One-time codes: for activation and forgotten passwords, each also as a link, and for a new telephone number. Only
 * hashes are stored.
 */
export const accessCodes = sqliteTable(
  'access_codes',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    codeHash: text('code_hash').notNull(),
    issuedBy: text('issued_by'),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** The hash of the token in the link that opens the same account; null for a code without a link. */
    linkHash: text('link_hash'),
    /** The number that this code confirms; null for a code that sets a password. */
    newPhone: text('new_phone'),
  },
  (t) => [
    uniqueIndex('access_codes_hash').on(t.codeHash),
    uniqueIndex('access_codes_link').on(t.linkHash),
    index('access_codes_person').on(t.personId),
    index('access_codes_expiry').on(t.expiresAt),
  ],
)

/** Failed tries in a window. `key` is a keyed hash: no phone number or network address is stored. */
export const attempts = sqliteTable(
  'attempts',
  { key: text('key').primaryKey(), count: integer('count').notNull(), since: instant('since').notNull() },
  (t) => [index('attempts_since').on(t.since)],
)

/** Supervisors whom a secretary has proposed and no administrator has answered yet; an answer deletes the row. */
export const roleProposals = sqliteTable(
  'role_proposals',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    /** The area above the community that the person is to supervise. */
    areaId: text('area_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    proposedBy: text('proposed_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('role_proposals_once').on(t.communityId, t.phone, t.areaId), index('role_proposals_at').on(t.at)],
)
