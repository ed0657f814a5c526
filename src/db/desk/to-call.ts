import { and, asc, count, eq, gte, inArray, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import { areas, claims, residents, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Cursor, paginate } from '#db/store/paginate.ts'
import type { Blank } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import { clockTime } from '#domain/time/clock-time.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { State, Urgency } from '#domain/vocabulary.ts'
import { type GoodHours, hoursBetweenTries } from '#domain/wish/callback.ts'

/**
 * A delivery to call about. Telephone and door are left out: they are on the page of the call, where each look is
 * logged.
 */
export type ToCall = WishTitle &
  GoodHours & {
    readonly code: string
    readonly state: State
    readonly urgency: Urgency
    readonly gridName: string
    readonly residentName: string
    readonly callbackDueAt: Date
    readonly callbackTries: number
    readonly lastTryAt: Date | null
  }

/** `readAt` is when the first page was read: later pages order by the same hour. `later` is 1 where that was no good hour to call. */
export type CallCursor = Cursor & { readonly readAt: Date; readonly later: 0 | 1 }
type Asked = {
  readonly personId: string
  readonly communityId: string
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
  readonly zone: string
  readonly now: Date
}

const pageSize = 20

/**
 * The person has neither claimed the wish, entered its claim nor recorded its delivery, and has not seen its receipt
 * code: the same rule as `partiesOf`.
 */
export const mayCall = (db: Db, personId: string | Blank): SQL | undefined =>
  and(
    or(isNull(wishes.claimantId), ne(wishes.claimantId, personId)),
    or(isNull(wishes.enteredBy), ne(wishes.enteredBy, personId)),
    or(isNull(wishes.deliveredBy), ne(wishes.deliveredBy, personId)),
    notExists(
      db
        .select({ one: sql`1` })
        .from(views)
        .where(and(eq(views.wishId, wishes.id), inArray(views.page, ['code', 'slip']), eq(views.viewerId, personId))),
    ),
  )

/**
 * Deliveries to call about: first those for which now is a good hour, then by due date. `others`: how many the reader
 * may not call.
 */
export async function toCallPage(db: Db, asked: Asked, after: CallCursor | null) {
  const where = waiting(asked)
  const mine = mayCall(db, asked.personId)
  const [counts] = await db
    .select({ all: count(), mine: sql<number>`count(case when ${mine} then 1 end)` })
    .from(wishes)
    .innerJoin(claims, eq(claims.id, wishes.claimId))
    .where(where)
  const readAt = after?.readAt ?? asked.now
  const later = laterAt(readAt, asked.zone)
  const query = db
    .select({
      code: wishes.code,
      state: wishes.state,
      ...titleColumns,
      urgency: wishes.urgency,
      gridName: areas.name,
      residentName: residents.name,
      callFrom: residents.callFrom,
      callUntil: residents.callUntil,
      callbackDueAt: wishes.callbackDueAt,
      callbackTries: wishes.callbackTries,
      lastTryAt: wishes.lastTryAt,
      later,
    })
    .from(wishes)
    .innerJoin(claims, eq(claims.id, wishes.claimId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(
      and(
        where,
        mine,
        after
          ? sql`(${later}, ${wishes.callbackDueAt}, ${wishes.code}) > (${after.later}, ${seconds(after.at)}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(asc(later), asc(wishes.callbackDueAt), asc(wishes.code))
  const { rows, last } = await paginate(query, pageSize)
  const next = last && { at: last.callbackDueAt as Date, id: last.code, readAt, later: last.later }
  return {
    rows: rows as unknown as readonly ToCall[],
    count: counts?.mine ?? 0,
    others: (counts?.all ?? 0) - (counts?.mine ?? 0),
    next: next as CallCursor | null,
  }
}

/**
 * Delivered, or confirmed by the code but without a call-back so far; the latter until the call-back is due. Not listed
 * once the tries are used up.
 */
function waiting({ communityId, gridIds, now }: Asked): SQL | undefined {
  const place = gridIds
    ? sql`${wishes.gridId} in (select value from json_each(${JSON.stringify(gridIds)}))`
    : eq(wishes.communityId, communityId)
  const toConfirm = and(place, eq(wishes.state, 'delivered'))
  const toRate = and(place, eq(wishes.state, 'fulfilled'), gte(wishes.callbackDueAt, now))
  const isUnasked = and(isNull(claims.calledAt), isNull(wishes.triesSpentAt))
  return and(or(toConfirm, toRate), isUnasked)
}

/** 0 where now is within the `bestTime` of domain/wish/callback.ts, else 1. */
function laterAt(at: Date, zone: string): SQL<0 | 1> {
  const time = clockTime(at, zone)
  const isNewHour = sql`(${wishes.lastTryAt} is null or ${wishes.lastTryAt} <= ${seconds(at) - inSeconds(hoursBetweenTries * hour)})`
  const isGood = sql`(${residents.callFrom} is null or ${residents.callFrom} <= ${time})
    and (${residents.callUntil} is null or ${residents.callUntil} > ${time})`
  return sql<0 | 1>`(case when ${isNewHour} and ${isGood} then 0 else 1 end)`
}
