import { and, asc, count, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { isInPlace, type Place, type PlaceShape, placeShape, placeValues } from '#db/desk/overdue-rows.ts'
import { areas, residents } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

/**
 * Files of a community whose consent to stay on the list was given on that local day or before, and is not on the desk
 * yet.
 */
export const agreedBefore = (db: Db, communityId: string, day: string, limit: number) =>
  db
    .select({
      id: residents.id,
      communityId: residents.communityId,
      gridId: residents.gridId,
      renewedOn: residents.renewedOn,
    })
    .from(residents)
    .where(
      and(
        eq(residents.communityId, communityId),
        isNull(residents.renewalDueAt),
        isNull(residents.endedAt),
        lte(residents.renewedOn, day),
      ),
    )
    .orderBy(asc(residents.renewedOn), asc(residents.id))
    .limit(limit)

type RenewalRow = {
  readonly id: string
  readonly name: string
  readonly gridName: string
  readonly communityId: string
  readonly renewedOn: string | null
  readonly renewalDueAt: Date | null
}
export type RenewalsDue = { readonly count: number; readonly rows: readonly RenewalRow[] }

/**
 * Residents of the area to be asked again, longest waiting first; `before`: only those on the desk since before then.
 */
export async function renewalsDue(db: Db, place: Place, limit: number, before?: Date): Promise<RenewalsDue> {
  const shape = { ...placeShape(place), isBefore: before !== undefined }
  const values = { ...placeValues(place), before: before ?? null }
  const [total] = await dueCount(db, shape, values)
  if (!total?.count) return { count: 0, rows: [] }
  return { count: total.count, rows: await dueRows(db, shape, { ...values, limit }) }
}

type DueShape = PlaceShape & { readonly isBefore: boolean }
type DueBlanks = Blanks<'communityIds' | 'gridIds' | 'before'>
const isDue = (shape: DueShape, blanks: DueBlanks) =>
  and(
    isInPlace(shape, blanks, residents),
    isNotNull(residents.renewalDueAt),
    shape.isBefore ? lt(residents.renewalDueAt, blanks.before) : undefined,
    isNull(residents.endedAt),
  )

const dueCount = preparedFor((db, shape: DueShape, blanks: DueBlanks) =>
  db.select({ count: count() }).from(residents).where(isDue(shape, blanks)),
)

const dueRows = preparedFor((db, shape: DueShape, blanks: Blanks<'communityIds' | 'gridIds' | 'before' | 'limit'>) =>
  db
    .select({
      id: residents.id,
      name: residents.name,
      gridName: areas.name,
      communityId: residents.communityId,
      renewedOn: residents.renewedOn,
      renewalDueAt: residents.renewalDueAt,
    })
    .from(residents)
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(isDue(shape, blanks))
    .orderBy(asc(residents.renewalDueAt), asc(residents.id))
    .limit(blanks.limit),
)

/** How many there are in each community, for supervisors. */
export async function renewalCounts(db: Db, place: Place, before: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ communityId: residents.communityId, count: count() })
    .from(residents)
    .where(dueIn(place, before))
    .groupBy(residents.communityId)
  return new Map(rows.map((row) => [row.communityId, row.count]))
}

const dueIn = ({ communityIds, gridIds }: Place, before?: Date) =>
  and(
    isOneOf(residents.communityId, communityIds),
    gridIds ? isOneOf(residents.gridId, gridIds) : undefined,
    isNotNull(residents.renewalDueAt),
    before ? lt(residents.renewalDueAt, before) : undefined,
    isNull(residents.endedAt),
  )
