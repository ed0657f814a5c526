import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { areas, claims, people, roles, units, volunteers } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { roleZone } from './people-rows.ts'

export type VolunteerState = 'inactive' | 'active' | 'left'

const columns = {
  id: people.id,
  name: people.name,
  phone: people.phone,
  unit: units.name,
  branch: volunteers.branch,
  building: volunteers.building,
  strengths: volunteers.strengths,
  freeTimes: volunteers.freeTimes,
  state: volunteers.state,
}
export type VolunteerRow = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly unit: string | null
  readonly branch: string
  readonly building: string
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
  readonly state: VolunteerState
}

/** What a community knows about one of its volunteers; null where the person is not one of them. */
export async function volunteerFile(db: Db, communityId: string, personId: string): Promise<VolunteerRow | null> {
  const [row] = await filesIn(db, { communityId, personId })
  return row ?? null
}

const filesIn = prepared((db, { communityId, personId }: Blanks<'communityId' | 'personId'>) =>
  db
    .select(columns)
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, communityId))),
)

export type HeldRole = { readonly role: RoleName; readonly areaId: string; readonly communityId: string | null }

/** A person's present and future roles, including that of a volunteer who is not active yet. */
export async function rolesHeld(db: Db, personId: string, now: Date): Promise<readonly HeldRole[]> {
  const rows = await db
    .select({ role: roles.role, areaId: roles.areaId, kind: areas.kind, parentId: areas.parentId })
    .from(roles)
    .innerJoin(areas, eq(areas.id, roles.areaId))
    .where(and(eq(roles.personId, personId), isNotOver(now)))
  return rows.map(({ role, areaId, kind, parentId }) => ({
    role,
    areaId,
    communityId: kind === 'community' ? areaId : kind === 'grid' ? parentId : null,
  }))
}

const isNotOver = (now: Date) => or(isNull(roles.untilDay), gt(roles.untilDay, localDay(now, roleZone)))

export type Account = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly passwordHash: string | null
  readonly nameIsPublic: boolean
  readonly version: number
  readonly erasedAt: Date | null
}

export async function accountByPhone(db: Db, phone: string): Promise<Account | null> {
  const [row] = await db.select().from(people).where(eq(people.phone, phone))
  return row ?? null
}

export async function accountOf(db: Db, personId: string): Promise<Account | null> {
  const [row] = await withId(db, { personId })
  return row ?? null
}

const withId = prepared((db, { personId }: Blanks<'personId'>) =>
  db.select().from(people).where(eq(people.id, personId)),
)

/** Whether the person has an open claim in the community: a condition for use inside a commit. */
export const hasOpenClaim = (personId: string, communityId: string) =>
  sql`exists (select 1 from ${claims} where ${claims.personId} = ${personId} and ${claims.communityId} = ${communityId} and ${claims.endedAt} is null)`

/** The data of a person as a volunteer, in each of these communities where they have registered. */
export async function volunteerFilesOf(
  db: Db,
  personId: string,
  communityIds: readonly string[],
): Promise<
  readonly (VolunteerRow & {
    readonly communityId: string
    readonly communityName: string
    readonly slug: string | null
  })[]
> {
  return db
    .select({ ...columns, communityId: volunteers.communityId, communityName: areas.name, slug: areas.slug })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .innerJoin(areas, eq(areas.id, volunteers.communityId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.personId, personId), isOneOf(volunteers.communityId, communityIds)))
}
