import { and, asc, desc, eq, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import { areas, claims, people, units, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Cursor, paginate } from '#db/store/paginate.ts'
import { type Blank, type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Period } from '#domain/month/figures.ts'
import type { LedgerPart } from '#domain/month/ledger-parts.ts'
import type { State } from '#domain/vocabulary.ts'
import { endedStates } from '#domain/wish/lifecycle.ts'
import { entryColumns, type LedgerEntry } from './ledger-rows.ts'

/** What became of the wishes published in a month. The states add up to `published`. */
export type MonthCounts = {
  readonly published: number
  readonly states: Readonly<Partial<Record<State, number>>>
  readonly parts: Readonly<Record<LedgerPart, number>>
  /** Of the fulfilled ones, those confirmed after the month was over. */
  readonly later: number
  /** Published before the month and confirmed in it. */
  readonly earlier: number
}

const doneStates = ['fulfilled', ...endedStates] as const

type Span = Pick<Period, 'from' | 'until'>

const ofMonth = ({ communityId, from, until }: Blanks<'communityId' | 'from' | 'until'>) =>
  and(eq(wishes.communityId, communityId), gte(wishes.publishedAt, from), lt(wishes.publishedAt, until))

/** Not delivered although the first due date has passed; a later claim does not move that date. */
const isOverdue = (now: Blank): SQL<boolean> =>
  sql`(${wishes.state} in ('open', 'claimed') and ${wishes.promiseAt} < ${now})`

export async function monthCounts(db: Db, communityId: string, period: Span, now: Date): Promise<MonthCounts> {
  const { from, until } = period
  const rows = await byState(db, { communityId, from, until, now })
  const [before] = await publishedEarlier(db, { communityId, from, until })
  const sum = (part: readonly { readonly count: number }[]) => part.reduce((all, { count }) => all + count, 0)
  const ended = rows.filter(({ state }) => doneStates.some((end) => end === state))
  const published = sum(rows)
  return {
    published,
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    parts: {
      fulfilled: sum(rows.filter(({ state }) => state === 'fulfilled')),
      done: sum(ended),
      underway: published - sum(ended),
      overdue: rows.reduce((all, { overdue }) => all + overdue, 0),
    },
    later: rows.reduce((all, { later }) => all + later, 0),
    earlier: before?.count ?? 0,
  }
}

const byState = prepared((db, blanks: Blanks<'communityId' | 'from' | 'until' | 'now'>) =>
  db
    .select({
      state: wishes.state,
      count: sql<number>`count(*)`,
      overdue: sql<number>`coalesce(sum(${isOverdue(blanks.now)}), 0)`,
      later: sql<number>`coalesce(sum(${wishes.state} = 'fulfilled' and ${wishes.confirmedAt} >= ${blanks.until}), 0)`,
    })
    .from(wishes)
    .where(ofMonth(blanks))
    .groupBy(wishes.state),
)

const publishedEarlier = prepared((db, { communityId, from, until }: Blanks<'communityId' | 'from' | 'until'>) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(wishes)
    .where(
      and(
        eq(wishes.communityId, communityId),
        gte(wishes.confirmedAt, from),
        lt(wishes.confirmedAt, until),
        lt(wishes.publishedAt, from),
      ),
    ),
)

/** One claim of a wish that was claimed more than once. Only the claim in force names its unit. */
export type Attempt = {
  readonly round: number
  readonly claimedAt: Date
  readonly deliveredAt: Date | null
  /** How it ended without the wish being fulfilled, and when; null for the claim in force. */
  readonly ending: 'given-back' | 'lapsed' | 'not-received' | null
  readonly endedAt: Date | null
}

export type ShownEntry = LedgerEntry & { readonly attempts: readonly Attempt[] }
type ShownPage = { readonly entries: readonly ShownEntry[]; readonly next: Cursor | null }

/** One page of the wishes first published in the period, newest first. `next` is null on the last page. */
export async function newestOf(
  db: Db,
  communityId: string,
  period: Span,
  asked: { readonly after: Cursor | null; readonly part: LedgerPart | null; readonly now: Date },
  atOnce = 50,
): Promise<ShownPage> {
  const { after, part, now } = asked
  const { from, until } = period
  const values = { communityId, from, until, now, at: after?.at ?? null, id: after?.id ?? null }
  const shape = { part, isAfter: after !== null }
  const query = { limit: (most: number) => entriesOf(db, shape, { ...values, most }) }
  const { rows: shown, last } = await paginate(query, atOnce)
  const attempts = await attemptsOf(
    db,
    shown.filter(({ round }) => round > 1).map(({ id }) => id),
  )
  return {
    entries: shown.map(({ id, round, ...entry }) => ({ ...(entry as LedgerEntry), attempts: attempts.get(id) ?? [] })),
    next: last && { at: last.publishedAt as Date, id: last.id },
  }
}

type EntryShape = { readonly part: LedgerPart | null; readonly isAfter: boolean }
const entriesOf = preparedFor(
  (
    db,
    { part, isAfter }: EntryShape,
    blanks: Blanks<'communityId' | 'from' | 'until' | 'now' | 'at' | 'id' | 'most'>,
  ) =>
    db
      .select({ id: wishes.id, round: wishes.round, ...entryColumns })
      .from(wishes)
      .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
      .innerJoin(areas, eq(areas.id, wishes.gridId))
      .leftJoin(units, eq(units.id, wishes.unitId))
      .leftJoin(people, and(eq(people.id, wishes.claimantId), eq(people.nameIsPublic, true)))
      .where(
        and(
          ofMonth(blanks),
          part ? isIn(part, blanks.now) : undefined,
          isAfter ? sql`(${wishes.publishedAt}, ${wishes.id}) < (${blanks.at}, ${blanks.id})` : undefined,
        ),
      )
      .orderBy(desc(wishes.publishedAt), desc(wishes.id))
      .limit(blanks.most),
)

function isIn(part: LedgerPart, now: Blank): SQL | undefined {
  switch (part) {
    case 'fulfilled':
      return eq(wishes.state, 'fulfilled')
    case 'done':
      return inArray(wishes.state, [...doneStates])
    case 'underway':
      return notInArray(wishes.state, [...doneStates])
    default:
      return isOverdue(now)
  }
}

/** The claims of those wishes, first to last; only of wishes with more than one. */
async function attemptsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Attempt[]>> {
  const all = new Map<string, readonly Attempt[]>()
  if (!ids.length) return all
  const rows = await claimsOf(db, { ids })
  for (const { wishId, endReason, answer, calledAt, endedAt, ...claim } of rows) {
    const isRefused = answer === 'not-received'
    const ending =
      endReason === 'release' ? 'given-back' : endReason === 'lapse' ? 'lapsed' : isRefused ? 'not-received' : null
    const attempt = { ...claim, ending, endedAt: ending === null ? null : isRefused ? calledAt : endedAt } as const
    all.set(wishId, [...(all.get(wishId) ?? []), attempt])
  }
  return all
}

const claimsOf = prepared((db, { ids }: Blanks<'ids'>) =>
  db
    .select({
      wishId: claims.wishId,
      round: claims.round,
      claimedAt: claims.claimedAt,
      deliveredAt: claims.deliveredAt,
      endedAt: claims.endedAt,
      endReason: claims.endReason,
      answer: claims.answer,
      calledAt: claims.calledAt,
    })
    .from(claims)
    .where(isOneOf(claims.wishId, ids))
    .orderBy(asc(claims.wishId), asc(claims.round)),
)
