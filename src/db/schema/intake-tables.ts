import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/** Questions that a community can answer at once: one row per question, edited by its staff, readable by anyone. */
export const knowledge = sqliteTable(
  'knowledge',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    subject: text('subject').notNull(),
    title: text('title').notNull(),
    /** Other words for the same, separated by blanks. */
    keywords: text('keywords').notNull().default(''),
    /** Pinyin initials of the title and keywords, for a phone without a Chinese keyboard. */
    initials: text('initials').notNull().default(''),
    answer: text('answer').notNull(),
    office: text('office').notNull().default(''),
    phone: text('phone').notNull().default(''),
    /** What to bring, one item per line. */
    documents: text('documents').notNull().default(''),
    /** The local day on which staff last checked that it is still correct. */
    reviewedOn: text('reviewed_on').notNull(),
    madeBy: text('made_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Incremented by each change: a form made from an older version is stale. */
    version: integer('version').notNull().default(1),
    retired: flag('retired').notNull().default(false),
  },
  (t) => [index('knowledge_community').on(t.communityId, t.retired, t.subject, t.title)],
)

/** The work order number under which 12345 passed a request on. Private: in the other system it leads to a person. */
export const transfers = sqliteTable(
  'transfers',
  {
    wishId: text('wish_id')
      .primaryKey()
      .references(() => wishes.id),
    communityId: text('community_id').notNull(),
    number: text('number').notNull(),
  },
  (t) => [uniqueIndex('transfers_number').on(t.communityId, t.number)],
)
