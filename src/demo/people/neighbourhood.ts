import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Whose } from '#actions/wishes/post-wish.ts'
import { allCommunities } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { consents, people, residents, roles, volunteers } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { type Person, workedIn } from '#domain/people/actor.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { Acting } from '#src/demo/stage/stage.ts'
import type { Services } from '#src/services.ts'
import type { Volunteer } from './demo-people.ts'

/** The people of the sample community as stored now, for a rehearsal in which they go on acting. */
export type Neighbourhood = Acting & {
  readonly communityId: string
  readonly calendar: Calendar
  readonly workers: readonly Person[]
  readonly volunteers: readonly Volunteer[]
  readonly residents: readonly Whose[]
}

/** Null if there is no community, or no one in it who could check a wish. Always in the same order. */
export async function neighbourhoodOf(services: Services): Promise<Neighbourhood | null> {
  const { db } = services.store
  const [community] = await allCommunities(db)
  if (!community) return null
  const holders = await db
    .selectDistinct({ id: roles.personId, phone: people.phone })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .orderBy(asc(people.phone))
  const all = await Promise.all(holders.map(({ id }) => loadPerson(db, id, services.now())))
  const here = all.flatMap((person) =>
    person?.roles.some((role) => role.communityId === community.id) ? [person] : [],
  )
  const secretary = here.find(({ roles }) => roles.some(({ role }) => role === 'secretary'))
  if (!secretary) return null

  return {
    services,
    persons: new Map(here.map((person) => [person.id, person])),
    staff: { secretary },
    communityId: community.id,
    calendar: await calendarFor(db, community),
    workers: here.filter((person) => person !== secretary && workedIn(person).includes(community.id)),
    volunteers: await volunteersOf(db, community.id),
    residents: await residentsOf(db, community.id),
  }
}

async function volunteersOf(db: Db, communityId: string): Promise<readonly Volunteer[]> {
  const rows = await db
    .select({ id: people.id, phone: people.phone, unitId: volunteers.unitId, strengths: volunteers.strengths })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .orderBy(asc(people.phone))
  return rows.flatMap((row) =>
    row.unitId === null ? [] : [{ ...row, unitId: row.unitId, isActive: true } as Volunteer],
  )
}

/** The residents whose wishes may be posted. */
async function residentsOf(db: Db, communityId: string): Promise<readonly Whose[]> {
  const { id, gridId, ageBand } = residents
  return db
    .selectDistinct({ id, communityId: residents.communityId, gridId, ageBand })
    .from(residents)
    .innerJoin(consents, and(eq(consents.residentId, id), eq(consents.purpose, 'posting'), eq(consents.given, true)))
    .where(and(eq(residents.communityId, communityId), isNull(residents.endedAt)))
    .orderBy(asc(residents.building), asc(residents.unit), asc(residents.door), asc(residents.name))
}
