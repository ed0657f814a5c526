import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FamilyScope } from '#domain/receipts/family-link.ts'
import { id, instant } from './column-types.ts'
import { residents } from './resident-tables.ts'
import { wishes } from './wish-tables.ts'

/** The printed slips: `id` is the SHA-256 of the token in the address. A wish has one valid slip at a time. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: id(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** When a newer slip replaced it, a consent ended it, or staff did. */
    endedAt: instant('ended_at'),
    /** When the receiving side said on its page that it follows it, so that no one has to call with each step. */
    followedAt: instant('followed_at'),
  },
  (t) => [
    uniqueIndex('receipts_one_valid').on(t.wishId).where(sql`ended_at is null`),
    index('receipts_wish').on(t.wishId),
  ],
)

/** Steps of a wish that the resident was told of, by the number of the step's event. */
export const stepsTold = sqliteTable(
  'steps_told',
  {
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    seq: integer('seq').notNull(),
    toldBy: text('told_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wishId, t.seq] })],
)

/** A relative's own link to the page of a resident. Only the SHA-256 of its token is stored. */
export const familyLinks = sqliteTable(
  'family_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    residentId: text('resident_id')
      .notNull()
      .references(() => residents.id),
    communityId: text('community_id').notNull(),
    /** What the resident calls this relative. */
    name: text('name').notNull(),
    scope: text('scope').$type<FamilyScope>().notNull(),
    /** From 1; at most three of a resident are valid at a time. */
    slot: integer('slot').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** The moment from which it leads nowhere. */
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('family_links_token').on(t.tokenHash),
    uniqueIndex('family_links_slot').on(t.residentId, t.slot).where(sql`ended_at is null`),
    index('family_links_resident').on(t.residentId),
    index('family_links_ends').on(t.communityId, t.endsAt),
  ],
)

/** Messages from the receiving side that staff have to read. Erased with the words of the wish. */
export const receiverWords = sqliteTable(
  'receiver_words',
  {
    id: id(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    communityId: text('community_id').notNull(),
    gridId: text('grid_id').notNull(),
    kind: text('kind', { enum: ['correction', 'thanks'] }).notNull(),
    speaker: text('speaker', { enum: ['resident', 'relative'] }).notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    readBy: text('read_by'),
    readAt: instant('read_at'),
    /** Of a word of thanks: the delivery it is about, and who made it. */
    claimId: text('claim_id'),
    personId: text('person_id'),
    /** When the secretary passed it on; null if it was not. */
    passedAt: instant('passed_at'),
  },
  (t) => [
    index('receiver_words_wish').on(t.wishId),
    index('receiver_words_passed').on(t.personId, t.passedAt).where(sql`passed_at is not null`),
    index('receiver_words_waiting').on(t.communityId, t.at).where(sql`read_at is null`),
  ],
)
