import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { isInPlace, type Place, type PlaceShape, placeShape, placeValues } from '#db/desk/overdue-rows.ts'
import { areas, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
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
  const values = { ...placeValues(place), from, until }
  const visits = [
    ...(await visitsIn(db, { ...placeShape(place), kind: 'agreed' }, values)),
    ...(await visitsIn(db, { ...placeShape(place), kind: 'delivered' }, values)),
    ...(await visitsIn(db, { ...placeShape(place), kind: 'confirmed' }, values)),
  ]
  const households = new Map<string, Household>()
  for (const { door, ...visit } of visits) {
    const known = households.get(door)
    households.set(door, { ...visit, visits: (known?.visits ?? 0) + 1 })
  }
  return [...households.values()].filter((one) => one.visits > limit).toSorted((a, b) => b.visits - a.visits)
}

type Visits = PlaceShape & { readonly kind: 'agreed' | 'delivered' | 'confirmed' }
type VisitBlanks = Blanks<'communityIds' | 'gridIds' | 'from' | 'until'>

function isVisit({ kind }: Visits, { from, until }: VisitBlanks): SQL | undefined {
  const made = and(gte(wishes.deliveredAt, from), lt(wishes.deliveredAt, until))
  switch (kind) {
    case 'agreed':
      return and(eq(wishes.state, 'claimed'), gte(wishes.visitAt, from), lt(wishes.visitAt, until))
    case 'delivered':
      return and(inArray(wishes.state, ['delivered', 'unconfirmed']), made)
    case 'confirmed':
      return and(gte(wishes.confirmedAt, from), eq(wishes.state, 'fulfilled'), made)
  }
}

const visitsIn = preparedFor((db, shape: Visits, blanks: VisitBlanks) =>
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
    .where(and(isInPlace(shape, blanks, wishes), isVisit(shape, blanks))),
)
