import { newId } from '#auth/hashing.ts'
import { areas, gridBuildings } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { buildingKey } from '#domain/places/grid-buildings.ts'
import { places } from './demo-names.ts'

export const zone = 'Asia/Shanghai'

export type Place = {
  readonly statements: readonly Statement[]
  readonly prefectureId: string
  readonly countyId: string
  readonly communityId: string
  readonly gridIds: readonly string[]
}

/** Prefecture → city → street → community → four grids. */
export function placeRows({ db }: Store): Place {
  const statements: Statement[] = []
  type Above = { readonly id: string; readonly path: string } | null
  const add = (kind: typeof areas.$inferInsert.kind, name: string, above: Above, more = {}) => {
    const id = newId()
    const path = `${above?.path ?? ''}${id}/`
    statements.push(db.insert(areas).values({ id, kind, name, path, parentId: above?.id ?? null, ...more }))
    return { id, path }
  }

  const prefecture = add('prefecture', places.prefecture, null)
  const county = add('county', places.county, prefecture)
  const township = add('township', places.township, county)
  const { name, ...own } = places.community
  const community = add('community', name, township, { ...own, zone, region: 'xinjiang' })
  const grids = places.grids.map((grid, position) => add('grid', grid, community, { position }))

  // The files of the demo are in three buildings a grid: demo-residents.ts.
  const buildings = grids.flatMap(({ id: gridId }, grid) =>
    [1, 2, 3].map((n) => ({ gridId, place: '', building: String(grid * 3 + n) })),
  )
  for (const one of buildings)
    statements.push(db.insert(gridBuildings).values({ ...one, key: buildingKey(one), communityId: community.id }))

  return {
    statements,
    prefectureId: prefecture.id,
    countyId: county.id,
    communityId: community.id,
    gridIds: grids.map(({ id }) => id),
  }
}
