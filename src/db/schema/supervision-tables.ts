import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { LetterSide } from '#domain/letters/letter-life.ts'
import type { CardColour, CardEnd, CardKind, CardStep } from '#domain/supervision/card-steps.ts'
import type { InquiryState } from '#domain/supervision/inquiry-life.ts'
import { id, instant } from './column-types.ts'

/**
 * One row for each step with a deadline that is to be done or has got a card. About a step in a community: no column names a
 * person, so that nothing can be added up by person.
 */
export const cards = sqliteTable(
  'cards',
  {
    /** The stream, the step, and the number of the event with which this date began; also the card's own stream. */
    id: id(),
    seq: integer('seq').notNull(),
    /** The stream of the wish, letter or booking. */
    subject: text('subject').notNull(),
    kind: text('kind').$type<CardKind>().notNull(),
    code: text('code').notNull(),
    communityId: text('community_id').notNull(),
    side: text('side').$type<LetterSide>().notNull(),
    step: text('step').$type<CardStep>().notNull(),
    /** The state that the card found. */
    state: text('state').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** When the yellow card is due; null for steps of one day. */
    warnAt: instant('warn_at'),
    /** Null while it has no card. */
    colour: text('colour').$type<CardColour>(),
    /** Since when it has a card, by its dates; null while it has none. */
    cardAt: instant('card_at'),
    endedAt: instant('ended_at'),
    end: text('ended_how').$type<CardEnd>(),
    /** When the clock looks at it next. */
    nextAt: instant('next_at'),
  },
  (t) => [
    index('cards_next').on(t.nextAt).where(sql`next_at is not null`),
    index('cards_subject').on(t.subject),
    index('cards_running').on(t.communityId, t.step).where(sql`colour is not null and ended_at is null`),
    index('cards_month').on(t.communityId, t.cardAt).where(sql`card_at is not null`),
  ],
)

/** How far the clock has read the events for the cards. */
export const cardMarks = sqliteTable('card_marks', {
  id: id(),
  /** The last event that was read, and its time. */
  pos: integer('pos').notNull(),
  at: instant('at').notNull(),
})

/**
 * What supervisors asked communities about a card or a letter. Who asked and who answered is in the events; the words are
 * notes of these events.
 */
export const inquiries = sqliteTable(
  'inquiries',
  {
    id: id(),
    seq: integer('seq').notNull(),
    communityId: text('community_id').notNull(),
    cardId: text('card_id'),
    subject: text('subject').notNull(),
    code: text('code').notNull(),
    step: text('step').$type<CardStep>().notNull(),
    state: text('state').$type<InquiryState>().notNull(),
    askedAt: instant('asked_at').notNull(),
    dueAt: instant('due_at').notNull(),
    answeredAt: instant('answered_at'),
    rounds: integer('rounds').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    // A step is asked about once at a time.
    uniqueIndex('inquiries_open').on(t.subject, t.step).where(sql`ended_at is null`),
    index('inquiries_place').on(t.communityId, t.state),
    index('inquiries_asked').on(t.communityId, t.askedAt),
    index('inquiries_ended').on(t.communityId, t.endedAt).where(sql`ended_at is not null`),
  ],
)

/** Each time a supervisor opened the history of a wish or letter with its words. The reason is a note of the look's event. */
export const caseLooks = sqliteTable(
  'case_looks',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    kind: text('kind', { enum: ['wish', 'letter'] }).notNull(),
    subject: text('subject').notNull(),
    code: text('code').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('case_looks_place').on(t.communityId, t.at)],
)
