import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { inPlace, type Place } from '#db/desk/overdue-rows.ts'
import { areas, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

type Household = {
  readonly communityId: string
  readonly residentId: string
  readonly name: string
  readonly gridName: string
  readonly visits: number
}

/**
 * Households with more than `limit` visits made or agreed from `from` until before `until`, those with most visits
 * first.
 */
export async function busyHouseholds(db: Db, place: Place, from: Date, until: Date, limit: number) {
  // Agreed, waiting for the call-back, or confirmed since: three short index ranges instead of all wishes.
  const made = and(gte(wishes.deliveredAt, from), lt(wishes.deliveredAt, until))
  const agreed = and(gte(wishes.visitAt, from), lt(wishes.visitAt, until))
  const visits = [
    ...(await visitsOf(db, and(inPlace(place), eq(wishes.state, 'claimed'), agreed))),
    ...(await visitsOf(db, and(inPlace(place), inArray(wishes.state, ['delivered', 'unconfirmed']), made))),
    ...(await visitsOf(db, and(inPlace(place), gte(wishes.confirmedAt, from), eq(wishes.state, 'fulfilled'), made))),
  ]
  const households = new Map<string, Household>()
  for (const { door, ...visit } of visits) {
    const known = households.get(door)
    households.set(door, { ...visit, visits: (known?.visits ?? 0) + 1 })
  }
  return [...households.values()].filter((one) => one.visits > limit).toSorted((a, b) => b.visits - a.visits)
}

const visitsOf = (db: Db, where: SQL | undefined) =>
  db
    .select({
      // Without a door the household is unknown: then the resident counts alone.
      door: sql<string>`case when ${residents.door} = '' and ${residents.place} = '' then ${residents.id}
        else ${residents.communityId} || '/' || ${residents.place} || '/' || ${residents.building} || '/' || ${residents.unit} || '/' || ${residents.door} end`,
      communityId: residents.communityId,
      residentId: residents.id,
      name: residents.name,
      gridName: areas.name,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(where)
