import { and, asc, count, eq } from 'drizzle-orm'
import { people, units, volunteers } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

export type Unit = {
  readonly id: string
  readonly communityId: string
  readonly name: string
  /** The active member who adopts batches for the unit; null while there is none. */
  readonly contactId: string | null
}
export type Member = { readonly id: string; readonly name: string }

const columns = { id: units.id, communityId: units.communityId, name: units.name, contactId: volunteers.personId }

/** The contact counts only as an active member of the unit. */
const contact = and(
  eq(volunteers.personId, units.contactId),
  eq(volunteers.communityId, units.communityId),
  eq(volunteers.unitId, units.id),
  eq(volunteers.state, 'active'),
)

export async function unitById(db: Db, id: string): Promise<Unit | null> {
  const [row] = await db.select(columns).from(units).leftJoin(volunteers, contact).where(eq(units.id, id))
  return row ?? null
}

/** The work units of a community with the number of their active members, by name. */
export async function unitsWithMembers(db: Db, communityId: string) {
  const all = await db
    .select(columns)
    .from(units)
    .leftJoin(volunteers, contact)
    .where(eq(units.communityId, communityId))
    .orderBy(asc(units.name))
  const counted = await db
    .select({ unitId: volunteers.unitId, count: count() })
    .from(volunteers)
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .groupBy(volunteers.unitId)
  return all.map((unit) => ({ ...unit, members: counted.find(({ unitId }) => unitId === unit.id)?.count ?? 0 }))
}

/** The active members of a unit by name, for its contact and for staff. */
export const membersOf = async (db: Db, { id, communityId }: Pick<Unit, 'id' | 'communityId'>) =>
  db
    .select({ id: people.id, name: people.name })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.unitId, id), eq(volunteers.state, 'active')))
    .orderBy(asc(people.name), asc(people.id))

/** The person's own units, where they volunteer actively. */
export const ownUnits = async (db: Db, personId: string) => ownUnitsOf(db, { personId })

const ownUnitsOf = prepared((db, { personId }: Blanks<'personId'>) =>
  db
    .select({ id: units.id, name: units.name })
    .from(volunteers)
    .innerJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.personId, personId), eq(volunteers.state, 'active')))
    .orderBy(asc(units.name)),
)
