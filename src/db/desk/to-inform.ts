import { and, asc, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { areas, events, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import type { State } from '#domain/vocabulary.ts'

/**
 * A resident who has to be informed that a promised day has moved. The telephone is left out: it is on its own page,
 * where each look is logged.
 */
export type ToInform = WishTitle & {
  readonly code: string
  readonly seq: number
  readonly state: State
  readonly gridName: string
  readonly residentName: string
  /** The day promised before, and the one promised now; null while the wish has no claimant. */
  readonly oldDue: Date | null
  readonly dueAt: Date | null
  readonly informSince: Date
}

type Asked = {
  readonly communityId: string
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
}

const atOnce = 20

export async function toInformOf(db: Db, { communityId, gridIds }: Asked) {
  const where = and(
    eq(wishes.communityId, communityId),
    isNotNull(wishes.informSince),
    gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
  )
  const [total] = await db.select({ count: count() }).from(wishes).where(where)
  if (!total?.count) return { count: 0, rows: [] }
  const rows = await rowsOf(db, where)
  return { count: total.count, rows }
}

/** One of them, for the page that is read out on the telephone. */
export async function toInformAbout(db: Db, wishId: string): Promise<ToInform | null> {
  const [row] = await rowsOf(db, and(eq(wishes.id, wishId), isNotNull(wishes.informSince)))
  return row ?? null
}

async function rowsOf(db: Db, where: SQL | undefined): Promise<readonly ToInform[]> {
  // The due date before it moved: that of the event before the one that moved it.
  const oldDue = sql<number | null>`(select b.due_at from ${events} b where b.stream = ${wishes.id} and b.seq + 1 =
    (select min(m.seq) from ${events} m where m.stream = ${wishes.id} and m.at = ${wishes.informSince}
      and json_extract(m.data, '$.tell') = 1))`
  const rows = await db
    .select({
      code: wishes.code,
      seq: wishes.seq,
      state: wishes.state,
      ...titleColumns,
      gridName: areas.name,
      residentName: residents.name,
      oldDue,
      dueAt: wishes.dueAt,
      informSince: wishes.informSince,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(where)
    .orderBy(asc(wishes.informSince), asc(wishes.code))
    .limit(atOnce)
  return rows.map((row) => ({ ...row, oldDue: row.oldDue === null ? null : new Date(row.oldDue * 1000) })) as ToInform[]
}
