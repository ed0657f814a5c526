import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { areas, residents } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { type Actor, areasOf } from '#domain/people/actor.ts'
import { matching } from './resident-rows.ts'

export type FoundResident = {
  readonly id: string
  readonly name: string
  readonly gridName: string
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
}

type Asked = {
  readonly words?: string
  /** Search these ids only; the caller has decided that the actor may see them. */
  readonly ids?: readonly string[]
  readonly limit: number
}

/** Residents in the areas where the actor works, by name, pinyin, door or phone; all of them where `words` is empty. */
export async function findResidents(
  db: Db,
  actor: Actor,
  { words, ids, limit }: Asked,
): Promise<readonly FoundResident[]> {
  const grids = areasOf(actor, 'gridWorker')
  const communities = areasOf(actor, 'secretary')
  if (!grids.length && !communities.length) return []
  return db
    .select({
      id: residents.id,
      name: residents.name,
      gridName: areas.name,
      place: residents.place,
      building: residents.building,
      unit: residents.unit,
      door: residents.door,
    })
    .from(residents)
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(
      and(
        isNull(residents.endedAt),
        or(
          grids.length ? isOneOf(residents.gridId, grids) : undefined,
          communities.length ? isOneOf(residents.communityId, communities) : undefined,
        ),
        words ? matching(words) : undefined,
        ids ? inArray(residents.id, ids.slice(0, limit)) : undefined,
      ),
    )
    .orderBy(
      asc(residents.gridId),
      asc(residents.building),
      asc(residents.unit),
      asc(residents.door),
      asc(residents.id),
    )
    .limit(limit)
}
