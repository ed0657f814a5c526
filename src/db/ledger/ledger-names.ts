import { and, eq } from 'drizzle-orm'
import { areas, people, units, volunteers } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/**
 * What an entry shows but no event carries: the names of grids and units, and of the people who agree to be named at
 * present.
 */
export async function namesInLedger(db: Db, communityId: string): Promise<readonly (readonly [string, string])[]> {
  const named = [
    await db.select({ id: areas.id, name: areas.name }).from(areas).where(eq(areas.parentId, communityId)),
    await db.select({ id: units.id, name: units.name }).from(units).where(eq(units.communityId, communityId)),
    await db
      .select({ id: people.id, name: people.name })
      .from(volunteers)
      .innerJoin(people, and(eq(people.id, volunteers.personId), eq(people.nameIsPublic, true)))
      .where(eq(volunteers.communityId, communityId)),
  ]
  return named
    .flat()
    .map(({ id, name }) => [id, name] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
