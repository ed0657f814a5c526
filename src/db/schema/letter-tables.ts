import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ForWhom, LetterEnd, LetterKind, LetterSide, LetterState, LetterWay } from '#domain/letters/letter-life.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import { flag, id, instant } from './column-types.ts'

/** Letters to the secretary's mailbox. The row has codes and dates only and stays; its words are in another table. */
export const letters = sqliteTable(
  'letters',
  {
    id: id(),
    code: text('code').notNull(),
    communityId: text('community_id').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    way: text('way').$type<LetterWay>().notNull(),
    forWhom: text('for_whom').$type<ForWhom>().notNull(),
    side: text('side').$type<LetterSide>().notNull(),
    state: text('state').$type<LetterState>().notNull(),
    seq: integer('seq').notNull(),
    enteredBy: text('entered_by'),
    handlerId: text('handler_id'),
    answeredBy: text('answered_by'),
    reopened: integer('reopened').notNull().default(0),
    hasPhone: flag('has_phone').notNull(),
    mayPublish: flag('may_publish').notNull(),
    sentAt: instant('sent_at').notNull(),
    promiseAt: instant('promise_at').notNull(),
    firstAnsweredAt: instant('first_answered_at'),
    answeredAt: instant('answered_at'),
    reachedAt: instant('reached_at'),
    rating: text('rating').$type<Satisfaction>(),
    end: text('ended_how').$type<LetterEnd>(),
    endedAt: instant('ended_at'),
    linkedTo: text('linked_to'),
    dueAt: instant('due_at'),
    isReminded: flag('is_reminded').notNull().default(false),
  },
  (t) => [
    uniqueIndex('letters_code').on(t.code),
    index('letters_place').on(t.communityId, t.side, t.state, t.dueAt),
    index('letters_handler').on(t.handlerId, t.state).where(sql`handler_id is not null`),
    index('letters_due').on(t.dueAt).where(sql`due_at is not null`),
    index('letters_sent').on(t.communityId, t.sentAt),
    index('letters_ended').on(t.communityId, t.endedAt).where(sql`ended_at is not null`),
  ],
)

/** What the writer typed. Erased with the days that the rules say; the letter's row stays. */
export const letterWords = sqliteTable('letter_words', {
  letterId: text('letter_id')
    .primaryKey()
    .references(() => letters.id),
  subject: text('subject').notNull(),
  words: text('words').notNull(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
})

/** Question and answer as the secretary edited them for everyone to read. */
export const letterPublications = sqliteTable(
  'letter_publications',
  {
    letterId: text('letter_id')
      .primaryKey()
      .references(() => letters.id),
    communityId: text('community_id').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [index('letter_publications_place').on(t.communityId, t.publishedAt)],
)
