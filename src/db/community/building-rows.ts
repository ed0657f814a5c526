import { asc, count, eq, sql } from 'drizzle-orm'
import { gridBuildings, residents } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { gridFinder, type ListedBuilding } from '#domain/places/grid-buildings.ts'

/** The buildings that the grids of a community list, in the order of their numbers. */
export async function listedBuildings(db: Db, communityId: string): Promise<readonly ListedBuilding[]> {
  return listedIn(db, { communityId })
}

const { gridId, place, building } = gridBuildings
const listedIn = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ gridId, place, building })
    .from(gridBuildings)
    .where(eq(gridBuildings.communityId, communityId))
    .orderBy(asc(place), sql`length(${building})`, asc(building)),
)

/** How many buildings each of these grids lists; a grid without a list is not in it. */
export async function buildingCounts(db: Db, gridIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await countsIn(db, { gridIds })
  return new Map(rows.map((row) => [row.id, row.count]))
}

const countsIn = prepared((db, { gridIds }: Blanks<'gridIds'>) =>
  db
    .select({ id: gridBuildings.gridId, count: count() })
    .from(gridBuildings)
    .where(isOneOf(gridBuildings.gridId, gridIds))
    .groupBy(gridBuildings.gridId),
)

/** The residents whose building another grid lists: by the grid of their files and the grid that lists it, how many. */
export async function residentsElsewhere(db: Db, communityId: string) {
  const listed = await listedBuildings(db, communityId)
  if (!listed.length) return []
  const listedGrid = gridFinder(listed)
  const { gridId, place, building } = residents
  const rows = await db
    .select({ gridId, place, building, count: sql<number>`count(*)` })
    .from(residents)
    .where(sql`${residents.communityId} = ${communityId} and ${residents.endedAt} is null`)
    .groupBy(gridId, place, building)
  return rows.flatMap(({ count, ...row }) => {
    const listedIn = listedGrid({ ...row, unit: '', door: '' })
    return listedIn === null || listedIn === row.gridId ? [] : [{ gridId: row.gridId, listedIn, count }]
  })
}
