import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { cards } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blank, type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { LetterSide } from '#domain/letters/letter-life.ts'
import { type CardAge, type CardStep, cardAges } from '#domain/supervision/card-steps.ts'
import { day } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'

/** What a supervisor sees of a card: number, step, dates and state. Nothing about a person, and no typed words. */
export type CardRow = Pick<
  typeof cards.$inferSelect,
  | 'id'
  | 'kind'
  | 'code'
  | 'communityId'
  | 'side'
  | 'step'
  | 'state'
  | 'startedAt'
  | 'dueAt'
  | 'colour'
  | 'endedAt'
  | 'end'
>

const columns = {
  id: cards.id,
  kind: cards.kind,
  code: cards.code,
  communityId: cards.communityId,
  side: cards.side,
  step: cards.step,
  state: cards.state,
  startedAt: cards.startedAt,
  dueAt: cards.dueAt,
  colour: cards.colour,
  endedAt: cards.endedAt,
  end: cards.end,
}

/** More than this is not read one by one; the number says how many there are. */
const mostRows = 200

const isRunning = and(isNotNull(cards.colour), isNull(cards.endedAt))
const isInTime = and(eq(cards.end, 'done'), lte(cards.endedAt, cards.dueAt))

/** The age of a running card, as SQL: the first bound that it has not passed. */
function ageAt(now: Date): SQL<CardAge> {
  const past = (days: number) => sql`${cards.dueAt} >= ${seconds(new Date(now.getTime() - days * day))}`
  const { ahead, days, week } = cardAges
  return sql<CardAge>`case when ${past(ahead)} then 'ahead' when ${past(days)} then 'days' when ${past(week)} then 'week' else 'longer' end`
}

export type RunningCount = {
  readonly communityId: string
  readonly side: LetterSide
  readonly step: CardStep
  readonly age: CardAge
  readonly count: number
}

/** How many cards run, by community, step and age. */
export async function runningCounts(
  db: Db,
  communityIds: readonly string[],
  now: Date,
): Promise<readonly RunningCount[]> {
  const age = ageAt(now)
  return db
    .select({ communityId: cards.communityId, side: cards.side, step: cards.step, age, count: count() })
    .from(cards)
    .where(and(isOneOf(cards.communityId, communityIds), isRunning))
    .groupBy(cards.communityId, cards.side, cards.step, sql`4`)
}

/** A running card that the community is to end; null for any other. */
export async function runningCard(db: Db, id: string): Promise<(CardRow & { readonly subject: string }) | null> {
  const [row] = await db
    .select({ ...columns, subject: cards.subject })
    .from(cards)
    .where(and(eq(cards.id, id), isRunning, eq(cards.side, 'community')))
  return row ?? null
}

/** Which cards of a month: all, those that ended in time, all others, or those that got as far as a red one. */
export const cardSets = ['all', 'in-time', 'late', 'red'] as const
export type CardSet = (typeof cardSets)[number]

export type CardsAsked = {
  readonly communityIds: readonly string[]
  readonly side: LetterSide
  readonly step: CardStep | null
  /** Running cards of this age, or of any; null for the cards of a month. */
  readonly running: CardAge | 'any' | null
  readonly month: { readonly from: Date; readonly until: Date; readonly set: CardSet } | null
}

/** The cards behind a number, those with the earliest date first. */
export const cardsAsked = (db: Db, asked: CardsAsked, now: Date): Promise<readonly CardRow[]> =>
  db
    .select(columns)
    .from(cards)
    .where(
      and(
        isOneOf(cards.communityId, asked.communityIds),
        eq(cards.side, asked.side),
        asked.step ? eq(cards.step, asked.step) : undefined,
        asked.running ? isRunning : undefined,
        asked.running && asked.running !== 'any' ? eq(ageAt(now), asked.running) : undefined,
        asked.month ? and(gte(cards.cardAt, asked.month.from), lt(cards.cardAt, asked.month.until)) : undefined,
        asked.month ? isInSet(asked.month.set) : undefined,
      ),
    )
    .orderBy(asc(cards.dueAt), asc(cards.id))
    .limit(mostRows)

function isInSet(set: CardSet): SQL | undefined {
  if (set === 'red') return eq(cards.colour, 'red')
  if (set === 'in-time') return isInTime
  return set === 'late' ? sql`not coalesce(${isInTime}, 0)` : undefined
}

export type MonthCards = { readonly all: number; readonly inTime: number; readonly red: number }

const counted = {
  all: count(),
  inTime: sql<number>`count(case when ${isInTime} then 1 end)`,
  red: sql<number>`count(case when ${cards.colour} = 'red' then 1 end)`,
}

/** The cards of the communities' own steps since then. */
const inMonth = (communityIds: readonly string[] | Blank, from: Date | Blank, until: Date | Blank) =>
  and(
    isOneOf(cards.communityId, communityIds),
    eq(cards.side, 'community'),
    gte(cards.cardAt, from),
    lt(cards.cardAt, until),
  )

/** The cards of a month by community: how many there were, and how many of these steps were done in time. */
export async function monthCards(
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<string, MonthCards>> {
  const rows = await countedIn(db, { communityIds, from, until })
  return new Map(rows.map(({ communityId, ...counted }) => [communityId, counted]))
}

const countedIn = prepared((db, { communityIds, from, until }: Blanks<'communityIds' | 'from' | 'until'>) =>
  db
    .select({ communityId: cards.communityId, ...counted })
    .from(cards)
    .where(inMonth(communityIds, from, until))
    .groupBy(cards.communityId),
)

export type StepCards = MonthCards & { readonly step: CardStep }

/** The same by step, for several communities together. */
export const monthSteps = (
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly StepCards[]> =>
  db
    .select({ step: cards.step, ...counted })
    .from(cards)
    .where(inMonth(communityIds, from, until))
    .groupBy(cards.step)

export type StepLength = { readonly step: CardStep; readonly many: number; readonly seconds: number }

/**
 * How long the steps with a card took that were done in this month: of each step the median, by the nearest rank. Only the
 * row at that rank leaves the database.
 */
export async function stepMedians(
  db: Db,
  communityIds: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly StepLength[]> {
  const length = sql<number>`${cards.endedAt} - ${cards.startedAt}`
  const ordered = db
    .select({
      step: cards.step,
      seconds: length.as('seconds'),
      rank: sql<number>`row_number() over (partition by ${cards.step} order by ${length})`.as('rank'),
      many: sql<number>`count(*) over (partition by ${cards.step})`.as('many'),
    })
    .from(cards)
    .where(
      and(
        isOneOf(cards.communityId, communityIds),
        eq(cards.side, 'community'),
        isNotNull(cards.cardAt),
        eq(cards.end, 'done'),
        gte(cards.endedAt, from),
        lt(cards.endedAt, until),
      ),
    )
    .as('ordered')
  const rows = await db
    .select({ step: ordered.step, seconds: ordered.seconds, many: ordered.many })
    .from(ordered)
    .where(sql`${ordered.rank} = (${ordered.many} + 1) / 2`)
  return rows
}
