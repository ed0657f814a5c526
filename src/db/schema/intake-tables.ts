import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant } from './column-types.ts'
import { wishes } from './wish-tables.ts'

/** What a community answers at once: one row a question, edited by its staff and read by anybody. */
export const knowledge = sqliteTable(
  'knowledge',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    subject: text('subject').notNull(),
    title: text('title').notNull(),
    /** Other words for the same, separated by blanks. */
    keywords: text('keywords').notNull().default(''),
    /** First letters of the title's and keywords' sounds, for a phone without Chinese letters. */
    initials: text('initials').notNull().default(''),
    answer: text('answer').notNull(),
    office: text('office').notNull().default(''),
    phone: text('phone').notNull().default(''),
    /** What to bring, one a line. */
    documents: text('documents').notNull().default(''),
    /** The local day on which somebody last made sure that it is still so. */
    reviewedOn: text('reviewed_on').notNull(),
    madeBy: text('made_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Counts the changes: a form made on an older one is stale. */
    version: integer('version').notNull().default(1),
    retired: flag('retired').notNull().default(false),
  },
  (t) => [index('knowledge_community').on(t.communityId, t.retired, t.subject, t.title)],
)

/** The work order under which 12345 handed a request over. Private: in the other system it leads to a person. */
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
