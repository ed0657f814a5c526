import { and, asc, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { knowledge } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Subject, termsOf } from '#domain/knowledge.ts'

export type Knowledge = Omit<typeof knowledge.$inferSelect, 'subject'> & { readonly subject: Subject }

const entryOf = (row: typeof knowledge.$inferSelect): Knowledge => ({ ...row, subject: row.subject as Subject })

export async function knowledgeById(db: Db, id: string): Promise<Knowledge | null> {
  const [row] = await db.select().from(knowledge).where(eq(knowledge.id, id))
  return row ? entryOf(row) : null
}

type Asked = { readonly communityId: string; readonly subject?: Subject | null; readonly isRetired?: boolean }

/** A community's entries by subject and title, at most five hundred; a community usually has some dozens. */
export async function knowledgeOf(db: Db, { communityId, subject, isRetired = false }: Asked) {
  const rows = await db
    .select()
    .from(knowledge)
    .where(
      and(
        eq(knowledge.communityId, communityId),
        eq(knowledge.retired, isRetired),
        subject ? eq(knowledge.subject, subject) : undefined,
      ),
    )
    .orderBy(asc(knowledge.subject), asc(knowledge.title))
    .limit(500)
  return rows.map(entryOf)
}

/**
 * The entries in force that match, best first: a word in the title counts most, then one in the keywords or initials,
 * then one in the answer. All words are in one parameter (D1 allows a hundred, and LIKE patterns of fifty bytes).
 */
export async function searchKnowledge(
  db: Db,
  { communityId, words, limit, least = 1 }: Asked & { words: string; limit: number; least?: number },
): Promise<readonly Knowledge[]> {
  const terms = termsOf(words)
  if (!terms.length) return []
  const score = scoreOf(terms)
  const rows = await db
    .select()
    .from(knowledge)
    .where(and(eq(knowledge.communityId, communityId), eq(knowledge.retired, false), sql`${score} >= ${least}`))
    .orderBy(desc(score), asc(knowledge.title))
    .limit(limit)
  return rows.map(entryOf)
}

const scoreOf = (terms: readonly string[]): SQL<number> => sql`(select sum(
    4 * (instr(lower(${knowledge.title}), term.value) > 0)
    + 3 * (instr(lower(${knowledge.keywords}), term.value) > 0 or instr(${knowledge.initials}, term.value) > 0)
    + (instr(lower(${knowledge.answer}), term.value) > 0)
  ) from json_each(${JSON.stringify(terms)}) term)`

/** The lowest score for an unrequested suggestion: a word in the title or keywords, or several in the answer. */
export const worthOffering = 3

/** How many entries of these communities have not been reviewed since that day. */
export async function oldCount(db: Db, communityIds: readonly string[], day: string): Promise<number> {
  if (!communityIds.length) return 0
  const [row] = await notReviewed(db, { communityIds, day })
  return row?.count ?? 0
}

const notReviewed = prepared((db, { communityIds, day }: Blanks<'communityIds' | 'day'>) =>
  db
    .select({ count: count() })
    .from(knowledge)
    .where(
      and(isOneOf(knowledge.communityId, communityIds), eq(knowledge.retired, false), lt(knowledge.reviewedOn, day)),
    ),
)
