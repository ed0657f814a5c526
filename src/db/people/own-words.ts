import { and, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { areas, people, roles, volunteers } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { shortPlace } from '#domain/people/password.ts'

/** The words about a person that others know too: the name, and the names and addresses of their communities. */
export async function ownWordsOf(
  db: Db,
  personId: string,
): Promise<{ readonly names: readonly string[]; readonly slugs: readonly string[] }> {
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const grids = alias(areas, 'grids')
  const places = await db
    .select({ name: areas.name, slug: areas.slug })
    .from(areas)
    .where(
      and(
        eq(areas.kind, 'community'),
        or(
          inArray(areas.id, db.select({ id: roles.areaId }).from(roles).where(eq(roles.personId, personId))),
          inArray(
            areas.id,
            db
              .select({ id: grids.parentId })
              .from(roles)
              .innerJoin(grids, eq(grids.id, roles.areaId))
              .where(eq(roles.personId, personId)),
          ),
          inArray(
            areas.id,
            db.select({ id: volunteers.communityId }).from(volunteers).where(eq(volunteers.personId, personId)),
          ),
        ),
      ),
    )
  return {
    names: [person?.name ?? '', ...places.map(({ name }) => shortPlace(name))],
    slugs: places.flatMap(({ slug }) => (slug ? [slug] : [])),
  }
}
