import { and, asc, count, eq, exists, gt, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { areas, events, residents, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blank, type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type WishException, wishExceptions } from '#domain/overdue.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'

/** The area in which the reader works. `gridIds` null: all grids of those communities. */
export type Place = { readonly communityIds: readonly string[]; readonly gridIds: readonly string[] | null }

/** Days after which a call-back that could not be made is no longer listed for another try. */
const exhaustedDays = 60

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day)

const live = ['submitted', 'open', 'claimed', 'delivered', 'unconfirmed', 'referred'] as const

/** The SQL condition of each exception, for wishes in one of its live states. */
export function isSlipped(db: Db, name: WishException, now: Date | Blank): SQL | undefined {
  switch (name) {
    case 'overdue':
      return and(eq(wishes.state, 'claimed'), lt(wishes.dueAt, now))
    case 'callback':
      return and(eq(wishes.state, 'delivered'), isNull(wishes.triesSpentAt), lt(wishes.callbackDueAt, now))
    case 'unclaimed':
      // The clock has escalated it to the secretary.
      return and(eq(wishes.state, 'open'), sql`instr(${wishes.stepsDone}, '"secretary"') > 0`)
    case 'reopened':
      return and(eq(wishes.state, 'open'), gt(wishes.reopened, 0))
    case 'exhausted':
      return and(eq(wishes.state, 'unconfirmed'), exhaustedLately(now))
    case 'referral':
      return and(eq(wishes.state, 'referred'), lt(wishes.dueAt, now))
    case 'again':
      return and(
        inArray(wishes.state, ['submitted', 'open']),
        exists(
          db
            .select({ one: sql`1` })
            .from(events)
            .where(and(eq(events.stream, wishes.id), sql`instr(${events.data}, '"again":true') > 0`)),
        ),
      )
  }
}

const exhaustedLately = (now: Date | Blank): SQL =>
  sql`${wishes.since} >= ${now instanceof Date ? seconds(now) : now} - ${inSeconds(exhaustedDays * day)}`

/** The wishes of these communities; only of these grids, where the reader works in some. */
const inPlace = ({ communityIds, gridIds }: Place): SQL | undefined =>
  and(
    communityIds.length === 1
      ? eq(wishes.communityId, communityIds[0] as string)
      : isOneOf(wishes.communityId, communityIds),
    gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
  )

/** What decides about the text of a query for a place. */
export type PlaceShape = { readonly isOne: boolean; readonly hasGrids: boolean }
export const placeShape = ({ communityIds, gridIds }: Place): PlaceShape => ({
  isOne: communityIds.length === 1,
  hasGrids: gridIds !== null,
})
/** What fills `communityIds` and `gridIds` of such a query. */
export const placeValues = ({ communityIds, gridIds }: Place) => ({
  communityIds: communityIds.length === 1 ? (communityIds[0] as string) : communityIds,
  gridIds,
})
/** The rows of that place, in a table with both columns. */
export const isInPlace = (
  { isOne, hasGrids }: PlaceShape,
  { communityIds, gridIds }: Blanks<'communityIds' | 'gridIds'>,
  table: typeof wishes | typeof residents,
): SQL | undefined =>
  and(
    isOne ? eq(table.communityId, communityIds) : isOneOf(table.communityId, communityIds),
    hasGrids ? isOneOf(table.gridId, gridIds) : undefined,
  )

type Counts = Readonly<Record<WishException, number>>

/** The number of each exception by community: numbers alone, for supervisors. */
export async function wishCounts(db: Db, place: Place, now: Date): Promise<ReadonlyMap<string, Counts>> {
  const counts = Object.fromEntries(
    wishExceptions.map((name) => [name, sql<number>`count(case when ${isSlipped(db, name, now)} then 1 end)`]),
  ) as Record<WishException, SQL<number>>
  const rows = await db
    .select({ communityId: wishes.communityId, ...counts })
    .from(wishes)
    .where(and(inPlace(place), inArray(wishes.state, [...live])))
    .groupBy(wishes.communityId)
  return new Map(rows.map(({ communityId, ...counted }) => [communityId, counted as Counts]))
}

/** Residents who have not been asked since `before`, the longest forgotten first. */
export async function unaskedResidents(db: Db, place: Place, before: Date, limit: number) {
  return longestUnasked(db, placeShape(place), { ...placeValues(place), before, limit })
}

const longestUnasked = preparedFor(
  (db, shape: PlaceShape, blanks: Blanks<'communityIds' | 'gridIds' | 'before' | 'limit'>) =>
    db
      .select({ id: residents.id, name: residents.name, gridName: areas.name, askedAt: residents.askedAt })
      .from(residents)
      .innerJoin(areas, eq(areas.id, residents.gridId))
      .where(and(isInPlace(shape, blanks, residents), lte(residents.askedAt, blanks.before), isNull(residents.endedAt)))
      .orderBy(asc(residents.askedAt), asc(residents.id))
      .limit(blanks.limit),
)

/** Counting stops here: a reader with this many has enough to do. */
const mostUnasked = 200

/** The number of such residents in one community, at most `mostUnasked`. */
export async function unaskedCount(db: Db, place: Place, before: Date): Promise<number> {
  const [row] = await unasked(db, placeShape(place), { ...placeValues(place), before })
  return row?.n ?? 0
}

const unasked = preparedFor((db, shape: PlaceShape, blanks: Blanks<'communityIds' | 'gridIds' | 'before'>) => {
  const some = db
    .select({ one: sql<number>`1`.as('one') })
    .from(residents)
    .where(and(isInPlace(shape, blanks, residents), lte(residents.askedAt, blanks.before), isNull(residents.endedAt)))
    .limit(mostUnasked)
    .as('some')
  return db.select({ n: count() }).from(some)
})

/**
 * Grids without a single posting since `since`, in their own order; none of a community that has not posted for as long
 * as that.
 */
export async function idleGrids(db: Db, { communityIds, gridIds }: Place, since: Date) {
  const begun = await begunBefore(db, { communityIds, since })
  const isBegun = new Set(begun.map(({ id }) => id))
  const posted = await postedSince(db, { communityIds, since })
  const busy = new Set(posted.map((row) => row.gridId))
  const grids = await openGrids(db, { communityIds })
  return grids.filter(
    ({ id, communityId }) => isBegun.has(communityId ?? '') && !busy.has(id) && (gridIds?.includes(id) ?? true),
  )
}

const begunBefore = prepared((db, { communityIds, since }: Blanks<'communityIds' | 'since'>) =>
  db
    .select({ id: areas.id })
    .from(areas)
    .where(
      and(
        isOneOf(areas.id, communityIds),
        exists(
          db
            .select({ one: sql`1` })
            .from(wishes)
            .where(and(eq(wishes.communityId, areas.id), lt(wishes.postedAt, since))),
        ),
      ),
    ),
)

const postedSince = prepared((db, { communityIds, since }: Blanks<'communityIds' | 'since'>) =>
  db
    .selectDistinct({ gridId: wishes.gridId })
    .from(wishes)
    .where(and(isOneOf(wishes.communityId, communityIds), gte(wishes.postedAt, since))),
)

const openGrids = prepared((db, { communityIds }: Blanks<'communityIds'>) =>
  db
    .select({ id: areas.id, name: areas.name, communityId: areas.parentId })
    .from(areas)
    .where(and(isOneOf(areas.parentId, communityIds), eq(areas.kind, 'grid'), isNull(areas.closedAt)))
    .orderBy(asc(areas.parentId), asc(areas.position)),
)
