import { and, asc, count, desc, eq, gte, lt, lte, ne, sql } from 'drizzle-orm'
import {
  areas,
  caseLooks,
  events,
  letters,
  letterWords,
  notes,
  people,
  residents,
  roles,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

/** A wish, or a letter that a community deals with, in one of these communities. */
export type Case = {
  readonly kind: 'wish' | 'letter'
  readonly subject: string
  readonly code: string
  readonly communityId: string
  readonly state: string
}

export async function caseByCode(db: Db, code: string, communityIds: readonly string[]): Promise<Case | null> {
  const [wish] = await db
    .select({ subject: wishes.id, code: wishes.code, communityId: wishes.communityId, state: wishes.state })
    .from(wishes)
    .where(and(eq(wishes.code, code), isOneOf(wishes.communityId, communityIds)))
  if (wish) return { ...wish, kind: 'wish' }
  const [letter] = await db
    .select({ subject: letters.id, code: letters.code, communityId: letters.communityId, state: letters.state })
    .from(letters)
    .where(and(eq(letters.code, code), eq(letters.side, 'community'), isOneOf(letters.communityId, communityIds)))
  return letter ? { ...letter, kind: 'letter' } : null
}

/** What was typed when it was posted or written; empty once it was erased. */
export async function caseWords(db: Db, { kind, subject }: Case): Promise<readonly string[]> {
  if (kind === 'letter') {
    const [row] = await db.select().from(letterWords).where(eq(letterWords.letterId, subject))
    return row ? [row.subject, row.words] : []
  }
  const [row] = await db.select().from(wishDetails).where(eq(wishDetails.wishId, subject))
  return row ? [row.publicText, row.words, row.specification].filter(Boolean) : []
}

export type CasePassage = {
  readonly seq: number
  readonly action: string
  readonly at: Date
  readonly words: readonly string[]
}

/** What happened, oldest first, with the words of each step. Who did it is not read. */
export async function casePassages(db: Db, subject: string): Promise<readonly CasePassage[]> {
  const rows = await db
    .select({ seq: events.seq, action: events.action, at: events.at })
    .from(events)
    .where(eq(events.stream, subject))
    .orderBy(asc(events.seq))
  const typed = await db.select({ seq: notes.seq, text: notes.text }).from(notes).where(eq(notes.stream, subject))
  return rows.map((row) => ({ ...row, words: typed.filter(({ seq }) => seq === row.seq).map(({ text }) => text) }))
}

/** The names of residents and staff of the community that these words contain. */
export async function namesIn(db: Db, communityId: string, words: string): Promise<readonly string[]> {
  const residentsNamed = await db
    .selectDistinct({ name: residents.name })
    .from(residents)
    .where(
      and(eq(residents.communityId, communityId), ne(residents.name, ''), sql`instr(${words}, ${residents.name}) > 0`),
    )
    .limit(100)
  const peopleNamed = await db
    .selectDistinct({ name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .innerJoin(areas, eq(areas.id, roles.areaId))
    .where(
      and(
        sql`(${areas.id} = ${communityId} or ${areas.parentId} = ${communityId})`,
        ne(people.name, ''),
        sql`instr(${words}, ${people.name}) > 0`,
      ),
    )
    .limit(100)
  return [...residentsNamed, ...peopleNamed].map(({ name }) => name)
}

type CaseLook = typeof caseLooks.$inferSelect

export async function lookById(db: Db, id: string): Promise<CaseLook | null> {
  const [row] = await db.select().from(caseLooks).where(eq(caseLooks.id, id))
  return row ?? null
}

export type ShownLook = Pick<CaseLook, 'id' | 'kind' | 'code' | 'at'> & { readonly by: string; readonly reason: string }

/** Who opened which of the community's cases and why, the latest first. */
export async function looksInto(db: Db, communityId: string, limit: number): Promise<readonly ShownLook[]> {
  return db
    .select({
      id: caseLooks.id,
      kind: caseLooks.kind,
      code: caseLooks.code,
      at: caseLooks.at,
      by: sql<string>`coalesce(${people.name}, '')`,
      reason: sql<string>`coalesce(${notes.text}, '')`,
    })
    .from(caseLooks)
    .leftJoin(people, eq(people.id, caseLooks.personId))
    .leftJoin(notes, eq(notes.stream, caseLooks.id))
    .where(eq(caseLooks.communityId, communityId))
    .orderBy(desc(caseLooks.at))
    .limit(limit)
}

/** How many cases supervisors opened in this time, by community. */
export async function lookCounts(
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<string, number>> {
  const rows = await countedLooks(db, { communityIds, from, until })
  return new Map(rows.map((row) => [row.communityId, row.count]))
}

const countedLooks = prepared((db, { communityIds, from, until }: Blanks<'communityIds' | 'from' | 'until'>) =>
  db
    .select({ communityId: caseLooks.communityId, count: count() })
    .from(caseLooks)
    .where(and(isOneOf(caseLooks.communityId, communityIds), gte(caseLooks.at, from), lt(caseLooks.at, until)))
    .groupBy(caseLooks.communityId),
)

/** Ids of looks before that moment whose reason is still stored. */
export async function looksWithReasons(db: Db, communityId: string, before: Date, limit: number) {
  const rows = await db
    .selectDistinct({ id: caseLooks.id })
    .from(caseLooks)
    .innerJoin(notes, eq(notes.stream, caseLooks.id))
    .where(and(eq(caseLooks.communityId, communityId), lte(caseLooks.at, before)))
    .limit(limit)
  return rows.map(({ id }) => id)
}
