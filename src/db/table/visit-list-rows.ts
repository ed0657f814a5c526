import { and, eq, gte, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { residents, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { byDoor, rowsOf, type TablePlace, type TableRow } from './table-rows.ts'

/** A wish on the list of a day's doors. */
export type DoorRow = TableRow & {
  readonly visitAt: Date | null
  readonly informSince: Date | null
  readonly phones: readonly string[] | null
}

type Day = TablePlace & { readonly from: Date; readonly until: Date }

const mostRows = 200

/**
 * What there is to do at the doors on a day, in the order of the doors: visits agreed for that day, residents who have to
 * be informed of a new date, and wishes that were returned for more information.
 */
export async function doorsOfDay(db: Db, { communityId, gridIds, from, until }: Day): Promise<readonly DoorRow[]> {
  const rows = await doorRows(db)
    .where(
      and(
        eq(wishes.communityId, communityId),
        gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
        // Named here as well, because the index needs it.
        inArray(wishes.state, ['draft', 'open', 'claimed']),
        or(
          and(eq(wishes.state, 'claimed'), gte(wishes.visitAt, from), lt(wishes.visitAt, until)),
          eq(wishes.state, 'draft'),
          and(ne(wishes.state, 'draft'), isNotNull(wishes.informSince)),
        ),
        isNull(residents.endedAt),
      ),
    )
    .orderBy(...byDoor)
    .limit(mostRows)
  return rows as DoorRow[]
}

/** The ticked wishes of the table as the same list. */
export async function doorsOfTicked(db: Db, place: TablePlace, codes: readonly string[]): Promise<readonly DoorRow[]> {
  const rows = await doorRows(db)
    .where(
      and(
        isOneOf(wishes.code, codes),
        eq(wishes.communityId, place.communityId),
        place.gridIds ? isOneOf(wishes.gridId, place.gridIds) : undefined,
        isNull(residents.endedAt),
      ),
    )
    .orderBy(...byDoor)
  return rows as DoorRow[]
}

const doorRows = (db: Db) =>
  rowsOf(db, { visitAt: wishes.visitAt, informSince: wishes.informSince, phones: residents.phones })
