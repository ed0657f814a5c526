import { and, eq, gt, inArray, isNull, lte, ne, or, type Placeholder, sql } from 'drizzle-orm'
import { communitiesUnder } from '#db/months/supervised.ts'
import { areas, people, roles, volunteers } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Person, Role } from '#domain/people/actor.ts'
import { localDay } from '#domain/time/workdays.ts'

// Roles begin and end at midnight in this zone; no community's own zone is more than a few hours away.
export const roleZone = 'Asia/Shanghai'

const isInForceOn = (day: string | Placeholder) =>
  and(lte(roles.fromDay, day), or(isNull(roles.untilDay), gt(roles.untilDay, day)))

const isInForce = (now: Date) => isInForceOn(localDay(now, roleZone))

const personWithRoles = prepared((db) =>
  db
    .select({
      name: people.name,
      role: roles.role,
      areaId: areas.id,
      kind: areas.kind,
      parentId: areas.parentId,
      path: areas.path,
      state: volunteers.state,
    })
    .from(people)
    .leftJoin(roles, and(eq(roles.personId, people.id), isInForceOn(sql.placeholder('day'))))
    .leftJoin(areas, eq(areas.id, roles.areaId))
    .leftJoin(volunteers, and(eq(volunteers.personId, people.id), eq(volunteers.communityId, roles.areaId)))
    .where(eq(people.id, sql.placeholder('id'))),
)

/**
 * The person with the roles in force now; null for an unknown id. A volunteer who is not active is loaded without that
 * role.
 */
export async function loadPerson(db: Db, id: string, now: Date): Promise<Person | null> {
  const rows = await personWithRoles(db, { id, day: localDay(now, roleZone) })
  const [first] = rows
  if (!first) return null
  const held = rows.flatMap(({ role, areaId, kind, parentId, path, state }): Role[] => {
    if (!role || !areaId || !path || (role === 'volunteer' && state !== 'active')) return []
    return [{ role, areaId, path, communityId: kind === 'community' ? areaId : kind === 'grid' ? parentId : null }]
  })
  const above = held.filter((one) => one.role === 'supervisor').map((one) => one.path)
  const supervises = above.length ? { supervises: (await communitiesUnder(db, above)).map((one) => one.id) } : {}
  return { kind: 'person', id, name: first.name, roles: held, ...supervises }
}

/** Ids of the people who have a role in an area now. */
export async function holdersOf(db: Db, role: Role['role'], areaId: string, now: Date): Promise<readonly string[]> {
  const rows = await db
    .select({ id: roles.personId })
    .from(roles)
    .where(and(eq(roles.areaId, areaId), eq(roles.role, role), isInForce(now)))
  return [...new Set(rows.map((row) => row.id))]
}

/** The same for several areas. */
export async function holdersOfAny(db: Db, role: Role['role'], areaIds: readonly string[], now: Date) {
  const rows = await db
    .select({ id: roles.personId })
    .from(roles)
    .where(and(isOneOf(roles.areaId, areaIds), eq(roles.role, role), isInForce(now)))
  return [...new Set(rows.map((row) => row.id))]
}

type NamedVolunteer = { readonly id: string; readonly name: string; readonly unitId: string | null }

const volunteerHere = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, unitId: volunteers.unitId, state: volunteers.state })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .where(
      and(
        eq(volunteers.personId, sql.placeholder('personId')),
        eq(volunteers.communityId, sql.placeholder('communityId')),
        ne(volunteers.state, 'left'),
      ),
    ),
)

/** What a claim needs to know about a volunteer of the community; null where there is none. */
export async function volunteerOf(db: Db, personId: string, communityId: string) {
  const [row] = await volunteerHere(db, { personId, communityId })
  return row ? { ...row, isActive: row.state === 'active' } : null
}

/** Names by id, for readers already allowed to see them. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids.slice(0, 90)))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Active volunteers of a community by name, for entering a claim made by phone or at the notice board. */
export async function volunteersOf(db: Db, communityId: string): Promise<readonly NamedVolunteer[]> {
  return db
    .select({ id: people.id, name: people.name, unitId: volunteers.unitId })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .orderBy(people.name)
    .limit(500)
}
