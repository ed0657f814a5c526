import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, instant } from './column-types.ts'

/**
 * The least that a visit needs. There is no column for an ID number, birth date, diagnosis, belief or kind of hardship.
 */
export const residents = sqliteTable(
  'residents',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    gridId: text('grid_id').notNull(),
    name: text('name').notNull(),
    /** Pinyin and initials of the name, for searching; null until computed. */
    pinyin: text('pinyin'),
    initials: text('initials'),
    /** The name's letters only, for comparing two spellings of it; null until computed. */
    nameKey: text('name_key'),
    sex: text('sex', { enum: ['female', 'male'] }),
    ageBand: text('age_band', { enum: ['14-59', '60-69', '70-79', '80+'] }),
    /**
     * What comes before the building: estate, road, lane, village group. For a house without a building it is the whole
     * address.
     */
    place: text('place').notNull().default(''),
    building: text('building').notNull(),
    unit: text('unit').notNull(),
    door: text('door').notNull(),
    phones: text('phones', { mode: 'json' }).$type<readonly string[]>().notNull(),
    callFrom: text('call_from'),
    callUntil: text('call_until'),
    relativeName: text('relative_name').notNull().default(''),
    relativePhone: text('relative_phone').notNull().default(''),
    hearing: text('hearing').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /**
     * When staff last asked them about needs: a file opened, a wish posted, a consent answered, or asked without a
     * need.
     */
    askedAt: instant('asked_at').notNull().default(sql`0`),
    /**
     * The local day of the latest consent to stay on the list; null where they have not been asked, as for an imported
     * row.
     */
    renewedOn: text('kept_on'),
    /** When the clock put that consent on the desk to be renewed; null while it is recent or has been renewed. */
    renewalDueAt: instant('kept_due_at'),
    /**
     * Moved, deceased, or asked to end it: read-only from then on, and erased after the number of days in the rules.
     */
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    index('residents_ended').on(t.communityId, t.endedAt).where(sql`ended_at is not null`),
    index('residents_grid').on(t.gridId, t.building, t.unit, t.door, t.id),
    index('residents_asked').on(t.communityId, t.askedAt),
    index('residents_kept').on(t.communityId, t.renewedOn).where(sql`kept_due_at is null and ended_at is null`),
    index('residents_kept_due')
      .on(t.communityId, t.renewalDueAt)
      .where(sql`kept_due_at is not null and ended_at is null`),
    index('residents_household').on(t.communityId, t.building, t.unit, t.door),
    index('residents_unsounded').on(t.id).where(sql`name_key is null`),
  ],
)

/** Each answer is a row of its own; the latest row per purpose applies. */
export const consents = sqliteTable(
  'consents',
  {
    id: id(),
    residentId: text('resident_id')
      .notNull()
      .references(() => residents.id),
    purpose: text('purpose', { enum: ['kept', 'posting', 'card', 'contact', 'photo', 'family'] }).notNull(),
    given: flag('given').notNull(),
    method: text('method', { enum: ['in-person', 'phone', 'written', 'relative', 'page'] }).notNull(),
    witnessId: text('witness_id').notNull(),
    day: text('day').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('consents_resident').on(t.residentId, t.purpose, t.at)],
)

/** Who looked at whose contact, when, on which page. */
export const views = sqliteTable(
  'views',
  {
    id: id(),
    viewerId: text('viewer_id').notNull(),
    wishId: text('wish_id'),
    residentId: text('resident_id'),
    /** The round of the wish when the receipt code was shown; knowing a code bars from claiming. */
    round: text('round'),
    page: text('page').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('views_wish').on(t.wishId, t.page), index('views_resident').on(t.residentId, t.at)],
)
