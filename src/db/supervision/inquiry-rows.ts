import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { events, inquiries, letters, notes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type LetterState, waitingStates } from '#domain/letters/letter-life.ts'
import type { CardStep } from '#domain/supervision/card-steps.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import type { InquiryAct } from '#domain/supervision/inquiry-life.ts'

export async function inquiryById(db: Db, id: string): Promise<Inquiry | null> {
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  return row ?? null
}

/** The inquiry about this step that has not ended; null if it is not asked about. */
export async function openInquiryAbout(db: Db, subject: string, step: CardStep): Promise<Inquiry | null> {
  const [row] = await db
    .select()
    .from(inquiries)
    .where(and(eq(inquiries.subject, subject), eq(inquiries.step, step), isNull(inquiries.endedAt)))
  return row ?? null
}

/** Whether the step that is asked about still has to be done: of a letter, any of its steps. */
const isStepOpen =
  sql<boolean>`exists (select 1 from cards where cards.subject = inquiries.subject and cards.ended_at is null
  and (cards.step = inquiries.step or inquiries.card_id is null))`.mapWith(Boolean)

export async function isStepDone(db: Db, inquiryId: string): Promise<boolean> {
  const [row] = await db.select({ isOpen: isStepOpen }).from(inquiries).where(eq(inquiries.id, inquiryId))
  return row ? !row.isOpen : false
}

/** More than this is not read one by one. */
const mostRows = 200

export const inquirySets = ['asked', 'answered', 'open', 'month'] as const
export type InquirySet = (typeof inquirySets)[number]

type Asked = {
  readonly communityIds: readonly string[]
  readonly set: InquirySet
  readonly step?: CardStep | null
  /** For the set `month`. */
  readonly from: Date
  readonly until: Date
}

const inSet = (set: InquirySet, from: Date, until: Date): SQL | undefined => {
  if (set === 'month') return and(gte(inquiries.askedAt, from), lt(inquiries.askedAt, until))
  return set === 'open' ? isNull(inquiries.endedAt) : eq(inquiries.state, set)
}

/** The inquiries behind a number, those with the earliest day first. */
export const inquiriesAsked = (db: Db, { communityIds, set, step, from, until }: Asked): Promise<readonly Inquiry[]> =>
  db
    .select()
    .from(inquiries)
    .where(
      and(
        isOneOf(inquiries.communityId, communityIds),
        inSet(set, from, until),
        step ? eq(inquiries.step, step) : undefined,
      ),
    )
    .orderBy(asc(inquiries.dueAt), asc(inquiries.id))
    .limit(mostRows)

export type InquiryCounts = Readonly<Record<InquirySet, number>>

/** How many inquiries there are, by community. */
export async function inquiryCounts(
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<string, InquiryCounts>> {
  const counted = (set: InquirySet) => sql<number>`count(case when ${inSet(set, from, until)} then 1 end)`
  const rows = await db
    .select({
      communityId: inquiries.communityId,
      asked: counted('asked'),
      answered: counted('answered'),
      open: counted('open'),
      month: counted('month'),
    })
    .from(inquiries)
    .where(
      and(isOneOf(inquiries.communityId, communityIds), or(isNull(inquiries.endedAt), gte(inquiries.askedAt, from))),
    )
    .groupBy(inquiries.communityId)
  return new Map(rows.map(({ communityId, ...counts }) => [communityId, counts]))
}

/** As many inquiries about the same step in a month are a pattern to look into. */
const patternFrom = 3
export type InquiryPattern = { readonly communityId: string; readonly step: CardStep; readonly count: number }

/** Steps that a community was asked about three times and more in this time. */
export const inquiryPatterns = (
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly InquiryPattern[]> =>
  db
    .select({ communityId: inquiries.communityId, step: inquiries.step, count: count() })
    .from(inquiries)
    .where(and(isOneOf(inquiries.communityId, communityIds), inSet('month', from, until)))
    .groupBy(inquiries.communityId, inquiries.step)
    .having(sql`count(*) >= ${patternFrom}`)
    .limit(mostRows)

export type InquiryLine = Inquiry & { readonly isStepOpen: boolean }

/** What is at the top of a community's desk: not answered yet, or answered while the step is still to be done. */
export async function inquiriesForDesk(db: Db, communityIds: readonly string[]): Promise<readonly InquiryLine[]> {
  if (!communityIds.length) return []
  const rows = await unendedIn(db, { communityIds })
  return rows
    .map((row) => ({ ...row.inquiry, isStepOpen: row.isStepOpen }))
    .filter((line) => line.state === 'asked' || line.isStepOpen)
}

const unendedIn = prepared((db, { communityIds }: Blanks<'communityIds'>) =>
  db
    .select({ inquiry: inquiries, isStepOpen: isStepOpen })
    .from(inquiries)
    .where(and(isOneOf(inquiries.communityId, communityIds), isNull(inquiries.endedAt)))
    .orderBy(asc(inquiries.dueAt), asc(inquiries.id))
    .limit(20),
)

export type InquiryPassage = {
  readonly seq: number
  readonly act: InquiryAct
  readonly at: Date
  readonly actorId: string
  readonly dueAt: Date | null
  /** What was typed; empty once it was erased. */
  readonly note: string
}

/** What happened to an inquiry, oldest first. */
export async function inquiryPassages(db: Db, id: string): Promise<readonly InquiryPassage[]> {
  const rows = await db
    .select({
      seq: events.seq,
      action: events.action,
      at: events.at,
      actorId: events.actorId,
      dueAt: events.dueAt,
      note: sql<string>`coalesce(${notes.text}, '')`,
    })
    .from(events)
    .leftJoin(notes, and(eq(notes.stream, events.stream), eq(notes.seq, events.seq)))
    .where(eq(events.stream, id))
    .orderBy(asc(events.seq))
  return rows.map(({ action, ...row }) => ({ ...row, act: action.replace('inquiry-', '') as InquiryAct }))
}

/** Ids of inquiries that ended before that moment and whose words are still stored. */
export async function inquiriesWithWords(db: Db, communityId: string, endedBefore: Date, limit: number) {
  const rows = await db
    .selectDistinct({ id: inquiries.id })
    .from(inquiries)
    .innerJoin(notes, eq(notes.stream, inquiries.id))
    .where(
      and(eq(inquiries.communityId, communityId), isNotNull(inquiries.endedAt), lte(inquiries.endedAt, endedBefore)),
    )
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** What a supervisor sees of a letter that the community deals with: number, dates and state. */
export type SupervisedLetter = {
  readonly id: string
  readonly code: string
  readonly communityId: string
  readonly state: LetterState
  readonly sentAt: Date
  readonly promiseAt: Date
}

const lettersAtWork = (communityIds: readonly string[]) =>
  and(
    isOneOf(letters.communityId, communityIds),
    eq(letters.side, 'community'),
    or(...waitingStates.map((state) => eq(letters.state, state))),
  )

/** Letters that wait for the community's answer, the earliest first. */
export const lettersSupervised = (db: Db, communityIds: readonly string[]): Promise<readonly SupervisedLetter[]> =>
  db
    .select({
      id: letters.id,
      code: letters.code,
      communityId: letters.communityId,
      state: letters.state,
      sentAt: letters.sentAt,
      promiseAt: letters.promiseAt,
    })
    .from(letters)
    .where(lettersAtWork(communityIds))
    .orderBy(asc(letters.promiseAt), asc(letters.id))
    .limit(mostRows)

export async function lettersSupervisedCounts(
  db: Db,
  communityIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ communityId: letters.communityId, count: count() })
    .from(letters)
    .where(lettersAtWork(communityIds))
    .groupBy(letters.communityId)
  return new Map(rows.map((row) => [row.communityId, row.count]))
}
