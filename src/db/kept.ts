import { and, asc, count, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { Place } from './exceptions.ts'
import { isOneOf } from './one-of.ts'
import { areas, residents } from './schema.ts'
import type { Db } from './store.ts'

/** Files of a community whose yes to being kept was given on that local day or before, and is not on the desk yet. */
export const keptBefore = (db: Db, communityId: string, day: string, limit: number) =>
  db
    .select({
      id: residents.id,
      communityId: residents.communityId,
      gridId: residents.gridId,
      keptOn: residents.keptOn,
    })
    .from(residents)
    .where(
      and(
        eq(residents.communityId, communityId),
        isNull(residents.keptDueAt),
        isNull(residents.endedAt),
        lte(residents.keptOn, day),
      ),
    )
    .orderBy(asc(residents.keptOn), asc(residents.id))
    .limit(limit)

export type KeptRow = {
  readonly id: string
  readonly name: string
  readonly gridName: string
  readonly communityId: string
  readonly keptOn: string | null
  readonly keptDueAt: Date | null
}
export type KeptList = { readonly count: number; readonly rows: readonly KeptRow[] }

/** Those on the desk of the place to be asked again, the longest waiting first; `before`: only those on it since before then. */
export async function keptDue(db: Db, place: Place, limit: number, before?: Date): Promise<KeptList> {
  const where = dueIn(place, before)
  const [total] = await db.select({ count: count() }).from(residents).where(where)
  if (!total?.count) return { count: 0, rows: [] }
  const rows = await db
    .select({
      id: residents.id,
      name: residents.name,
      gridName: areas.name,
      communityId: residents.communityId,
      keptOn: residents.keptOn,
      keptDueAt: residents.keptDueAt,
    })
    .from(residents)
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(where)
    .orderBy(asc(residents.keptDueAt), asc(residents.id))
    .limit(limit)
  return { count: total.count, rows }
}

/** How many of each community, for whoever supervises. */
export async function keptCounts(db: Db, place: Place, before: Date): Promise<ReadonlyMap<string, number>> {
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
    isNotNull(residents.keptDueAt),
    before ? lt(residents.keptDueAt, before) : undefined,
    isNull(residents.endedAt),
  )
