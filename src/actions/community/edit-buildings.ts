import { and, eq } from 'drizzle-orm'
import { registerEvent, registerOf } from '#actions/event-log.ts'
import type { AreaLine } from '#db/community/area-rows.ts'
import { listedBuildings } from '#db/community/building-rows.ts'
import { areas, gridBuildings } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { type Edited, isUnchanged } from '#db/store/version-of.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { type Building, buildingKey, type ListedBuilding } from '#domain/places/grid-buildings.ts'
import type { Services } from '#src/services.ts'

/** Five columns a row, and a statement allows 100 parameters. */
const rowsPerStatement = 20

/** The record that the form of a grid's buildings edits. */
export const editedBuildings = (area: AreaLine): Edited => ({
  stream: registerOf(area.communityId ?? area.id),
  actions: ['buildings-listed'],
  subject: { key: 'areaId', id: area.id },
})

type Listing = {
  readonly buildings: readonly Building[]
  /** The version that the form was made from. */
  readonly version: number
}

type Listed = 'saved' | 'changed' | { readonly taken: readonly ListedBuilding[] }

/**
 * Replaces the buildings of a grid. A building on the list of another grid is named and nothing is saved, because no
 * building has two grids. 'changed' if someone else has saved it since the form was made; null if the actor may not.
 */
export async function listBuildings(
  { store, now }: Services,
  actor: Person,
  area: AreaLine,
  { buildings, version }: Listing,
): Promise<Listed | null> {
  const { db } = store
  const { id: gridId, communityId } = area
  if (area.kind !== 'grid' || area.isClosed || communityId === null || !isSecretaryOf(actor, communityId)) return null
  const keys = new Set(buildings.map(buildingKey))
  const elsewhere = async () =>
    (await listedBuildings(db, communityId)).filter((one) => one.gridId !== gridId && keys.has(buildingKey(one)))
  const taken = await elsewhere()
  if (taken.length) return { taken }
  const rows = buildings.map((one) => ({ ...one, communityId, gridId, key: buildingKey(one) }))
  const groups = Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )
  const inserts: readonly Statement[] = groups.map((group) => db.insert(gridBuildings).values(group))
  const lock = db
    .update(areas)
    .set({ name: onlyIf(isUnchanged(editedBuildings(area), version), areas.name) })
    .where(eq(areas.id, gridId))
  const data = { areaId: gridId, count: rows.length }
  try {
    await store.commit([
      lock,
      db.delete(gridBuildings).where(and(eq(gridBuildings.communityId, communityId), eq(gridBuildings.gridId, gridId))),
      ...inserts,
      registerEvent(store, { communityId, actorId: actor.id, action: 'buildings-listed', data, now: now() }),
    ])
    return 'saved'
  } catch (error) {
    if (wasRefused(error, 'areas.name')) return 'changed'
    // Another grid has listed one of them at the same moment.
    if (takenKey(error) !== null) return { taken: await elsewhere() }
    throw error
  }
}
