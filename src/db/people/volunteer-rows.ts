import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { areas, claims, people, roles, units, volunteers } from '#db/schema/tables.ts'
import { paginate } from '#db/store/paginate.ts'
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
type VolunteerRow = {
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

type Asked = {
  readonly communityId: string
  readonly states: readonly VolunteerState[]
  /** The last person of the previous page. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Volunteers of a community by name; `next` is the cursor of the following page. */
export async function volunteersPage(db: Db, { communityId, states, after, limit }: Asked) {
  const start = after ? await volunteerFile(db, communityId, after) : null
  const query = db
    .select(columns)
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(
      and(
        eq(volunteers.communityId, communityId),
        inArray(volunteers.state, [...states]),
        start ? sql`(${people.name}, ${people.id}) > (${start.name}, ${start.id})` : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
  const { rows, last } = await paginate(query, limit)
  return { rows: rows satisfies readonly VolunteerRow[], next: last?.id ?? null }
}

/** What a community knows about one of its volunteers; null where the person is not one of them. */
export async function volunteerFile(db: Db, communityId: string, personId: string): Promise<VolunteerRow | null> {
  const [row] = await db
    .select(columns)
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, communityId)))
  return row ?? null
}

type GridWorkerRow = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly gridId: string
  readonly grid: string
  readonly isActive: boolean
}

/** Grid workers of a community now, in the order of its grids. */
export async function gridWorkersOf(db: Db, communityId: string, now: Date): Promise<readonly GridWorkerRow[]> {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      phone: people.phone,
      gridId: areas.id,
      grid: areas.name,
      passwordHash: people.passwordHash,
    })
    .from(areas)
    .innerJoin(roles, and(eq(roles.areaId, areas.id), eq(roles.role, 'gridWorker'), isNotOver(now)))
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(areas.parentId, communityId), eq(areas.kind, 'grid')))
    .orderBy(asc(areas.position), asc(people.name), asc(people.id))
    .limit(500)
  return rows.map(({ passwordHash, ...row }) => ({ ...row, isActive: passwordHash !== null }))
}

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
}

export async function accountByPhone(db: Db, phone: string): Promise<Account | null> {
  const [row] = await db.select().from(people).where(eq(people.phone, phone))
  return row ?? null
}

export async function accountOf(db: Db, personId: string): Promise<Account | null> {
  const [row] = await db.select().from(people).where(eq(people.id, personId))
  return row ?? null
}

/** Whether the person has an open claim in the community: a condition for use inside a commit. */
export const hasOpenClaim = (personId: string, communityId: string) =>
  sql`exists (select 1 from ${claims} where ${claims.personId} = ${personId} and ${claims.communityId} = ${communityId} and ${claims.endedAt} is null)`
