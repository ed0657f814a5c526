import { and, asc, desc, eq, inArray, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { areas, events, letterPublications, letters, letterWords, notes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blank, type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Letter, LetterWords } from '#domain/letters/letter.ts'
import { type LetterAct, type LetterList, type LetterState, waitingStates } from '#domain/letters/letter-life.ts'
import type { LetterPlace } from '#domain/letters/letter-parties.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

export type PlacedLetter = { readonly letter: Letter; readonly place: LetterPlace }

const placed = (db: Db) =>
  db.select({ letter: letters, path: areas.path }).from(letters).innerJoin(areas, eq(areas.id, letters.communityId))

const placedOf = ({ letter, path }: { letter: Letter; path: string }): PlacedLetter => ({
  letter,
  place: { communityId: letter.communityId, path },
})

export async function letterByCode(db: Db, code: string): Promise<PlacedLetter | null> {
  const [row] = await placed(db).where(eq(letters.code, code))
  return row ? placedOf(row) : null
}

/** Null once they were erased. */
export async function wordsOfLetter(db: Db, letterId: string): Promise<LetterWords | null> {
  const [row] = await db.select().from(letterWords).where(eq(letterWords.letterId, letterId))
  return row ?? null
}

export type LetterPassage = {
  readonly seq: number
  readonly act: LetterAct
  readonly at: Date
  readonly actorId: string
  readonly data: EventData
}

/** What happened to a letter, oldest first. */
export async function letterPassages(db: Db, letterId: string): Promise<readonly LetterPassage[]> {
  const rows = await db
    .select({ seq: events.seq, action: events.action, at: events.at, actorId: events.actorId, data: events.data })
    .from(events)
    .where(eq(events.stream, letterId))
    .orderBy(asc(events.seq))
  return rows.map(({ action, ...row }) => ({ ...row, act: action.replace('letter-', '') as LetterAct }))
}

/** The answers of a letter and what was said about passing it on, by the number of their event. */
export async function letterNotes(db: Db, letterId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db.select({ seq: notes.seq, text: notes.text }).from(notes).where(eq(notes.stream, letterId))
  return new Map(rows.map(({ seq, text }) => [seq, text]))
}

/** Whose letters a person sees: those of the community's side, of the street's side, and those that they deal with. */
export type LetterView = {
  readonly personId: string
  /** Communities of which the person is secretary. */
  readonly secretaryOf: readonly string[]
  /** Communities in which the person works. */
  readonly worksIn: readonly string[]
  /** Communities below the areas that the person supervises. */
  readonly supervised: readonly string[]
}

const mayCall = ({ personId, worksIn, supervised }: Sides) =>
  and(
    eq(letters.state, 'answered'),
    eq(letters.hasPhone, true),
    sql`${letters.answeredBy} is not ${personId}`,
    sql`${letters.handlerId} is not ${personId}`,
    or(onSide('community', worksIn), onSide('street', supervised)),
  )

/** A person's own view, or the blanks for it. */
type Sides = LetterView | Blanks<keyof LetterView>

const onSide = (side: Letter['side'], communityIds: readonly string[] | Blank): SQL | undefined =>
  Array.isArray(communityIds) && !communityIds.length
    ? sql`0`
    : and(eq(letters.side, side), isOneOf(letters.communityId, communityIds))

/** The condition for a letter that the person may open: the same question as `letterPartiesOf`. */
const isSeenBy = (view: Sides) =>
  or(
    onSide('community', view.secretaryOf),
    onSide('street', view.supervised),
    and(eq(letters.handlerId, view.personId), onSide('community', view.worksIn)),
    mayCall(view),
  )

export type ListedLetter = Pick<
  Letter,
  'id' | 'code' | 'communityId' | 'kind' | 'side' | 'state' | 'dueAt' | 'sentAt' | 'handlerId'
> & { readonly subject: string }

const listed = {
  id: letters.id,
  code: letters.code,
  communityId: letters.communityId,
  kind: letters.kind,
  side: letters.side,
  state: letters.state,
  dueAt: letters.dueAt,
  sentAt: letters.sentAt,
  handlerId: letters.handlerId,
  subject: sql<string>`coalesce(${letterWords.subject}, '')`,
}

const doneStates: readonly LetterState[] = ['answered', 'closed', 'withdrawn']

/** The letters that a person may open, the most urgent first; of those that are done, the latest before a day. */
export async function lettersFor(
  db: Db,
  view: LetterView,
  list: LetterList,
  { before, limit }: { readonly before?: Date | undefined; readonly limit: number },
): Promise<readonly ListedLetter[]> {
  const which = {
    waiting: and(inArray(letters.state, [...waitingStates]), isSeenBy(view)),
    toCall: mayCall(view),
    done: and(inArray(letters.state, [...doneStates]), isSeenBy(view), before ? lt(letters.sentAt, before) : undefined),
  }[list]
  return db
    .select(listed)
    .from(letters)
    .leftJoin(letterWords, eq(letterWords.letterId, letters.id))
    .where(which)
    .orderBy(list === 'done' ? desc(letters.sentAt) : asc(letters.dueAt), asc(letters.id))
    .limit(limit)
}

/** How many letters wait for the person, and how many of them are late. */
export async function waitingLetters(db: Db, view: LetterView, now: Date) {
  const [row] = await waitingFor(db, { ...view, now })
  const [calls] = await callsFor(db, { ...view })
  return { waiting: row?.waiting ?? 0, late: row?.late ?? 0, toCall: calls?.count ?? 0 }
}

const waitingFor = prepared((db, blanks: Blanks<keyof LetterView | 'now'>) =>
  db
    .select({ waiting: sql<number>`count(*)`, late: sql<number>`coalesce(sum(${letters.dueAt} < ${blanks.now}), 0)` })
    .from(letters)
    .where(and(inArray(letters.state, [...waitingStates]), isSeenBy(blanks))),
)
const callsFor = prepared((db, view: Blanks<keyof LetterView>) =>
  db.select({ count: sql<number>`count(*)` }).from(letters).where(mayCall(view)),
)

/** Letters whose next date has passed: to be reminded of, or to be closed. */
export async function dueLetters(db: Db, now: Date, limit: number): Promise<readonly PlacedLetter[]> {
  const isOpen = or(eq(letters.state, 'answered'), eq(letters.isReminded, false))
  const rows = await placed(db)
    .where(and(isNotNull(letters.dueAt), lte(letters.dueAt, now), isOpen))
    .orderBy(asc(letters.dueAt))
    .limit(limit)
  return rows.map(placedOf)
}

export type PublishedLetter = {
  readonly letterId: string
  readonly question: string
  readonly answer: string
  readonly publishedAt: Date
}

const published = {
  letterId: letterPublications.letterId,
  question: letterPublications.question,
  answer: letterPublications.answer,
  publishedAt: letterPublications.publishedAt,
}

/** Published questions and answers, the latest first; with `words`, those that contain them. */
export async function publishedLetters(
  db: Db,
  communityId: string,
  { words, before, limit }: { readonly words: string; readonly before?: Date | undefined; readonly limit: number },
): Promise<readonly PublishedLetter[]> {
  const has = (column: typeof letterPublications.question | typeof letterPublications.answer) =>
    sql`instr(lower(${column}), ${words.toLowerCase()}) > 0`
  return db
    .select(published)
    .from(letterPublications)
    .where(
      and(
        eq(letterPublications.communityId, communityId),
        words ? or(has(letterPublications.question), has(letterPublications.answer)) : undefined,
        before ? lt(letterPublications.publishedAt, before) : undefined,
      ),
    )
    .orderBy(desc(letterPublications.publishedAt))
    .limit(limit)
}

export async function publicationOf(db: Db, letterId: string): Promise<PublishedLetter | null> {
  const [row] = await db.select(published).from(letterPublications).where(eq(letterPublications.letterId, letterId))
  return row ?? null
}

/** Ids of letters that ended before that moment and whose words are still stored. */
export async function lettersWithWords(db: Db, communityId: string, endedBefore: Date, limit: number) {
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .innerJoin(letterWords, eq(letterWords.letterId, letters.id))
    .where(and(eq(letters.communityId, communityId), lte(letters.endedAt, endedBefore)))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** The communities below the areas with these paths. */
export async function communitiesBelow(db: Db, paths: readonly string[]): Promise<readonly string[]> {
  if (!paths.length) return []
  const rows = await db.select({ id: areas.id, path: areas.path }).from(areas).where(eq(areas.kind, 'community'))
  return rows.filter(({ path }) => paths.some((above) => path.startsWith(above))).map(({ id }) => id)
}
