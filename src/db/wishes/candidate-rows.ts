import { and, asc, eq, sql } from 'drizzle-orm'
import { claims, people, units, volunteers } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** A volunteer whom staff may ask to take a wish, with what decides whether they still can. */
type CandidateRow = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly unitId: string | null
  readonly unit: string | null
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
  readonly building: string
  /** Claims that count towards the volunteer's limit. */
  readonly openClaims: number
  /** Claims of the volunteer's work unit that count towards its limit of this month. */
  readonly unitClaims: number
}

const most = 500

/** Active volunteers of a community by name. `month`: '2026-11', for the count of their units. */
export async function candidateRows(db: Db, communityId: string, month: string): Promise<readonly CandidateRow[]> {
  const open = sql<number>`(select count(*) from ${claims} where ${claims.personId} = ${volunteers.personId}
    and ${claims.endedAt} is null and ${claims.extra} = 0)`
  const ofUnit = sql<number>`(select count(*) from ${claims} where ${claims.unitId} = ${volunteers.unitId}
    and ${claims.month} = ${month} and ${claims.monthSlot} is not null)`
  return db
    .select({
      id: people.id,
      name: people.name,
      phone: people.phone,
      unitId: volunteers.unitId,
      unit: units.name,
      strengths: volunteers.strengths,
      freeTimes: volunteers.freeTimes,
      building: volunteers.building,
      openClaims: open,
      unitClaims: ofUnit,
    })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active')))
    .orderBy(asc(people.name), asc(people.id))
    .limit(most)
}
