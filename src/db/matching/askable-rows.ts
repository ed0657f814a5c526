import { and, count, desc, eq, gte, isNotNull, lt, ne, sql } from 'drizzle-orm'
import { invitations, residents, volunteers } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Volunteer } from '#domain/matching/matching-model.ts'
import { addressFrom } from '#domain/reading/addresses.ts'
import { day } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { Day } from '#domain/time/workdays.ts'

/** The most volunteers that one plan looks at. */
const mostVolunteers = 5000

type Asked = { readonly communityId: string; readonly since: Date; readonly week: Day }

/** Active volunteers of a community, with what they were asked since an instant and in a week (its Monday). */
export async function askableVolunteers(db: Db, { communityId, since, week }: Asked): Promise<readonly Volunteer[]> {
  // Written out, because drizzle leaves out the tables' names in the columns of a select from one table.
  const open = sql<number>`(select count(*) from claims where claims.person_id = volunteers.person_id and claims.ended_at is null)`
  const rows = await db
    .select({
      id: volunteers.personId,
      strengths: volunteers.strengths,
      freeTimes: volunteers.freeTimes,
      building: volunteers.building,
      choice: volunteers.askChoice,
      pausedUntil: volunteers.askPausedUntil,
      openClaims: open,
    })
    .from(volunteers)
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .orderBy(volunteers.id)
    .limit(mostVolunteers)
  const asked = await askedSince(db, { communityId, since, week })
  const grids = await gridsByBuilding(db, communityId)
  return rows.map(({ building, ...row }) => {
    const own = asked.get(row.id)
    return {
      ...row,
      gridId: grids.get(addressFrom({ building, unit: '', door: '' }, '').building) ?? null,
      askedThisWeek: own?.thisWeek ?? 0,
      askedLately: own?.lately ?? 0,
      askedHalfYear: own?.halfYear ?? 0,
      lastPlainDay: own?.lastPlainDay ?? null,
    }
  })
}

/** Half a year back from now, which is four weeks after `since`. */
const halfYearBefore = (since: Date): Date => new Date(since.getTime() - 154 * day)

/** Invitations of each volunteer of the community, wherever they were invited. */
async function askedSince(db: Db, { communityId, since, week }: Asked) {
  const rows = await db
    .select({
      id: invitations.personId,
      lately: sql<number>`count(case when ${invitations.at} >= ${seconds(since)} then ${invitations.slot} end)`,
      halfYear: count(invitations.slot),
      thisWeek: sql<number>`count(case when ${invitations.week} = ${week} then ${invitations.slot} end)`,
      lastPlainDay: sql<string | null>`max(case when ${invitations.isUrgent} = 0 then ${invitations.day} end)`,
    })
    .from(volunteers)
    .innerJoin(
      invitations,
      and(eq(invitations.personId, volunteers.personId), gte(invitations.at, halfYearBefore(since))),
    )
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .groupBy(invitations.personId)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How often one volunteer was invited since then, by anyone. */
export async function timesAsked(db: Db, personId: string, since: Date): Promise<number> {
  const [row] = await timesSince(db, { personId, since })
  return row?.count ?? 0
}

const timesSince = prepared((db, { personId, since }: Blanks<'personId' | 'since'>) =>
  db
    .select({ count: count() })
    .from(invitations)
    .where(and(eq(invitations.personId, personId), gte(invitations.at, since), isNotNull(invitations.slot))),
)

/** The grid in which each building has most of its files. */
async function gridsByBuilding(db: Db, communityId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ building: residents.building, gridId: residents.gridId })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), ne(residents.building, '')))
    .groupBy(residents.building, residents.gridId)
    .orderBy(desc(count()), residents.gridId)
  const grids = new Map<string, string>()
  for (const { building, gridId } of rows) if (!grids.has(building)) grids.set(building, gridId)
  return grids
}

/** Active volunteers of a community registered before `until`, and how many of them had no invitation since `from`. */
export async function neverAsked(db: Db, communityId: string, from: Date, until: Date) {
  const [row] = await countedNever(db, { communityId, from, until })
  return { all: row?.all ?? 0, never: row?.never ?? 0 }
}

const countedNever = prepared((db, { communityId, from, until }: Blanks<'communityId' | 'from' | 'until'>) => {
  const asked = sql`exists (select 1 from invitations where invitations.person_id = volunteers.person_id and invitations.at >= ${from} and invitations.at < ${until})`
  return db
    .select({ all: count(), never: sql<number>`sum(case when ${asked} then 0 else 1 end)` })
    .from(volunteers)
    .where(
      and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active'), lt(volunteers.createdAt, until)),
    )
})
