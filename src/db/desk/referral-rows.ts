import { and, asc, count, desc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm'
import { areas, events, notes, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { afterCursor, type Cursor, paginate } from '#db/store/paginate.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { titleOrWords, type WishTitle } from '#db/wishes/shown-title.ts'
import { type Actor, areasOf } from '#domain/people/actor.ts'

/**
 * A request that is or was with an office. Telephone and door are left out: they are on its own page, where each look
 * is logged.
 */
export type Referral = WishTitle & {
  readonly code: string
  readonly gridName: string
  readonly residentName: string
  /** The code of the reason, while the office has not answered. */
  readonly reason: string | null
  readonly since: Date
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  /** How often staff have followed it up. */
  readonly follows: number
  /** The office's latest answer; empty where there is none. */
  readonly said: string
}

type Asked = {
  readonly communityId: string
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
}

const pageSize = 20

/** Requests that offices have not answered yet, by due date. */
export async function waitingReferrals(db: Db, asked: Asked, after: Cursor | null) {
  const where = and(placeOf(asked), eq(wishes.state, 'referred'))
  const [total] = await db.select({ count: count() }).from(wishes).where(where)
  const due = sql<number>`coalesce(${wishes.dueAt}, 0)`
  const query = referrals(db)
    .where(and(where, afterCursor(due, wishes.code, after)))
    .orderBy(asc(due), asc(wishes.code))
  const { rows, last } = await paginate(query, pageSize)
  return {
    rows: rows as unknown as readonly Referral[],
    count: total?.count ?? 0,
    next: last && { at: last.dueAt ?? new Date(0), id: last.code },
  }
}

/** The latest ten answered since `since`. A request answered at once is left out: it has no event before its answer. */
export async function answeredReferrals(db: Db, asked: Asked, since: Date): Promise<readonly Referral[]> {
  const rows = await referrals(db)
    .where(and(placeOf(asked), eq(wishes.state, 'answered'), gte(wishes.endedAt, since), gt(wishes.seq, 1)))
    .orderBy(desc(wishes.endedAt), asc(wishes.code))
    .limit(10)
  return rows as unknown as readonly Referral[]
}

/** The number of requests waiting for an office, in the areas where the actor works. */
export async function referralCount(db: Db, actor: Actor): Promise<number> {
  const [grids, communities] = [areasOf(actor, 'gridWorker'), areasOf(actor, 'secretary')]
  const shape = { grids: grids.length > 0, communities: communities.length > 0 }
  if (!shape.grids && !shape.communities) return 0
  const [row] = await referred(db, shape, { grids, communities })
  return row?.count ?? 0
}

const referred = preparedFor(
  (
    db,
    shape: Readonly<Record<'grids' | 'communities', boolean>>,
    { grids, communities }: Blanks<'grids' | 'communities'>,
  ) =>
    db
      .select({ count: count() })
      .from(wishes)
      .where(
        and(
          or(
            shape.grids ? isOneOf(wishes.gridId, grids) : undefined,
            shape.communities ? isOneOf(wishes.communityId, communities) : undefined,
          ),
          eq(wishes.state, 'referred'),
        ),
      ),
)

const placeOf = ({ communityId, gridIds }: Asked): SQL =>
  gridIds ? isOneOf(wishes.gridId, gridIds) : eq(wishes.communityId, communityId)

const followsOf = sql<number>`(select count(*) from ${events}
  where ${events.stream} = ${wishes.id} and ${events.action} = 'follow')`
const saidOf = sql<string>`coalesce((select ${notes.text} from ${notes}
  where ${notes.stream} = ${wishes.id} and ${notes.kind} = 'office' order by ${notes.seq} desc limit 1), '')`

const referrals = (db: Db) =>
  db
    .select({
      code: wishes.code,
      ...titleOrWords,
      gridName: areas.name,
      residentName: residents.name,
      reason: wishes.endReason,
      since: wishes.since,
      dueAt: wishes.dueAt,
      endedAt: wishes.endedAt,
      follows: followsOf,
      said: saidOf,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .$dynamic()
