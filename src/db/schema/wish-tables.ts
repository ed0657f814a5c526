import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Door } from '#domain/doors/door.ts'
import type { Joiner } from '#domain/wish/wish.ts'
import { flag, id, instant } from './column-types.ts'
import { residents } from './resident-tables.ts'

/** The projection of a wish's stream: every column can be rebuilt from its events, and a test does so. */
export const wishes = sqliteTable(
  'wishes',
  {
    id: id(),
    code: text('code').notNull(),
    seq: integer('seq').notNull(),
    state: text('state').notNull(),
    communityId: text('community_id').notNull(),
    gridId: text('grid_id').notNull(),
    /** The grid in which it was posted. The figures by grid count it there, also after its resident has moved. */
    countedGridId: text('counted_grid_id').notNull().default(''),
    itemId: text('item_id'),
    category: text('category').notNull(),
    quantity: integer('quantity').notNull(),
    measure: text('measure').notNull(),
    valueFen: integer('value_fen'),
    urgency: text('urgency').notNull(),
    /** red 0, yellow 1, blue 2: the board is sorted by this first. */
    rank: integer('rank').notNull(),
    source: text('source').notNull(),
    ageBand: text('age_band'),
    postedBy: text('posted_by').notNull(),
    postedAt: instant('posted_at').notNull(),
    publishedAt: instant('published_at'),
    ruleVersion: text('rule_version').notNull(),
    round: integer('round').notNull(),
    claimId: text('claim_id'),
    claimantId: text('claimant_id'),
    enteredBy: text('entered_by'),
    deliveredBy: text('delivered_by'),
    unitId: text('unit_id'),
    claimedAt: instant('claimed_at'),
    firstClaimedAt: instant('first_claimed_at'),
    dueAt: instant('due_at'),
    promiseAt: instant('promise_at'),
    visitAt: instant('visit_at'),
    deliveredAt: instant('delivered_at'),
    callbackDueAt: instant('callback_due_at'),
    callbackTries: integer('callback_tries').notNull().default(0),
    lastTryAt: instant('last_try_at'),
    triesSpentAt: instant('tries_spent_at'),
    confirmedAt: instant('confirmed_at'),
    confirmedHow: text('confirmed_how'),
    satisfaction: text('satisfaction'),
    reopened: integer('reopened').notNull(),
    /** The volunteer whose delivery was not received: a reopened wish needs a different one. */
    barredId: text('barred_id'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    since: instant('since').notNull().default(sql`0`),
    /** The clock's next step and its time, set again by each event. */
    nextStep: text('next_step'),
    nextAt: instant('next_at'),
    stepsDone: text('steps_done', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    remindedAt: instant('reminded_at'),
    askedAt: instant('asked_at'),
    carriedAt: instant('carried_at'),
    carried: integer('carried').notNull().default(0),
    restsUntil: instant('rests_until'),
    postponed: integer('postponed').notNull().default(0),
    claimPostponed: flag('claim_postponed').notNull().default(false),
    informSince: instant('tell_since'),
    isJoint: flag('is_joint').notNull().default(false),
    forBranch: flag('for_branch').notNull().default(false),
    joiners: text('joiners', { mode: 'json' }).$type<readonly Joiner[]>().notNull().default([]),
    every: text('every'),
    repeatOf: text('repeat_of'),
    /** The board is sorted by this next: the earlier, the higher. */
    weighsFrom: instant('weighs_from'),
  },
  (t) => [
    uniqueIndex('wishes_code').on(t.code),
    // A recurring wish is repeated once, however many clocks run.
    uniqueIndex('wishes_repeat').on(t.repeatOf),
    index('wishes_next').on(t.nextAt).where(sql`next_at is not null`),
    index('wishes_tell').on(t.communityId, t.informSince).where(sql`tell_since is not null`),
    index('wishes_board_weight').on(t.communityId, t.state, t.weighsFrom, t.id),
    index('wishes_board_weight_grid').on(t.gridId, t.state, t.weighsFrom, t.id),
    index('wishes_board_weight_category').on(t.communityId, t.category, t.state, t.weighsFrom, t.id),
    // The working table of staff, narrowed to a state or a grid.
    index('wishes_table_state').on(t.communityId, t.state, t.postedAt, t.id),
    index('wishes_table_grid').on(t.gridId, t.postedAt, t.id),
    index('wishes_asked').on(t.communityId, t.postedAt, t.itemId),
    index('wishes_published').on(t.communityId, t.publishedAt, t.id),
    index('wishes_promise').on(t.communityId, t.promiseAt),
    index('wishes_ended').on(t.communityId, t.endedAt),
    index('wishes_confirmed').on(t.communityId, t.confirmedAt),
    index('wishes_due').on(t.communityId, t.state, t.dueAt),
    index('wishes_callback').on(t.communityId, t.state, t.callbackDueAt),
    index('wishes_callback_grid').on(t.gridId, t.state, t.callbackDueAt),
    index('wishes_spent').on(t.state, t.triesSpentAt),
    index('wishes_claimant').on(t.claimantId, t.state, t.dueAt),
    index('wishes_clock').on(t.state, t.dueAt),
  ],
)

/** What the events must not carry: whose wish it is, and the typed words. */
export const wishDetails = sqliteTable(
  'wish_details',
  {
    wishId: text('wish_id')
      .primaryKey()
      .references(() => wishes.id),
    residentId: text('resident_id')
      .notNull()
      .references(() => residents.id),
    /** Free or imported text; private. */
    words: text('words').notNull().default(''),
    /** The title confirmed at publishing; public. Empty where the catalogue's name is the title. */
    publicText: text('public_text').notNull().default(''),
    specification: text('specification').notNull().default(''),
    /** When the consent to show it was withdrawn: public pages and files then name the category only. */
    titleHiddenAt: instant('title_hidden_at'),
    /** When the typed words and the notes were erased. */
    erasedAt: instant('erased_at'),
  },
  (t) => [index('wish_details_resident').on(t.residentId)],
)

/** One row per round. The limits are the partial unique indexes, which apply to parallel requests as well. */
export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    wishId: text('wish_id')
      .notNull()
      .references(() => wishes.id),
    communityId: text('community_id').notNull(),
    gridId: text('grid_id').notNull(),
    round: integer('round').notNull(),
    personId: text('person_id').notNull(),
    unitId: text('unit_id'),
    enteredBy: text('entered_by').notNull(),
    slot: integer('slot').notNull(),
    month: text('month').notNull(),
    monthSlot: integer('month_slot'),
    claimedAt: instant('claimed_at').notNull(),
    dueAt: instant('due_at').notNull(),
    deliveredAt: instant('delivered_at'),
    callbackDueAt: instant('callback_due_at'),
    /** When a call-back was completed: the receiving side was reached by an independent caller. */
    calledAt: instant('called_at'),
    /** When the receiving side said on its own page what became of the delivery; not as independent as a call. */
    saidAt: instant('said_at'),
    triesSpentAt: instant('tries_spent_at'),
    /** The receiving side's answer, by code, call or page. */
    answer: text('answer', { enum: ['received', 'not-received'] }),
    tries: integer('tries').notNull().default(0),
    satisfaction: text('satisfaction'),
    contactUntil: instant('contact_until'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    extra: flag('extra').notNull().default(false),
    sparedAt: instant('spared_at'),
    /** How the claim came in; null for claims from before this was asked. */
    door: text('door').$type<Door>(),
  },
  (t) => [
    uniqueIndex('claims_round').on(t.wishId, t.round),
    uniqueIndex('claims_one_open').on(t.wishId).where(sql`ended_at is null`),
    uniqueIndex('claims_person_slot').on(t.personId, t.slot).where(sql`ended_at is null`),
    uniqueIndex('claims_unit_month').on(t.unitId, t.month, t.monthSlot),
    index('claims_person').on(t.personId, t.claimedAt),
    index('claims_claimed').on(t.communityId, t.claimedAt),
    index('claims_delivered').on(t.communityId, t.deliveredAt),
    index('claims_callback').on(t.communityId, t.callbackDueAt),
    // Deliveries with a call-back still due, from any month.
    index('claims_uncalled')
      .on(t.communityId, t.deliveredAt)
      .where(sql`called_at is null and tries_spent_at is null and callback_due_at is not null`),
    index('claims_contact').on(t.contactUntil),
  ],
)

/** Volunteers who contribute to a joint claim in addition to its lead. */
export const claimHelpers = sqliteTable(
  'claim_helpers',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    personId: text('person_id').notNull(),
    unitId: text('unit_id'),
    quantity: integer('quantity').notNull(),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
    /** How many minutes their part took, as they state it; the lead's own time is in service_times. */
    minutes: integer('minutes'),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.personId, t.joinedAt] }),
    uniqueIndex('claim_helpers_once').on(t.claimId, t.personId).where(sql`left_at is null`),
    index('claim_helpers_person').on(t.personId, t.leftAt),
  ],
)
