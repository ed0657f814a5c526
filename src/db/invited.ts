import { and, eq, gte, max, sql } from 'drizzle-orm'
import { claims, notices, people, volunteers } from './schema.ts'
import type { Db } from './store.ts'

/** As many volunteers as are weighed for one invitation. */
const weighed = 400

/** Active volunteers of a community whose hands are not full, each with the day they were last invited. */
export async function invitable(db: Db, communityId: string, openClaims: number, since: Date) {
  const open = sql<number>`(select count(*) from ${claims} where ${claims.personId} = ${volunteers.personId} and ${claims.endedAt} is null)`
  const rows = await db
    .select({
      id: volunteers.personId,
      strengths: volunteers.strengths,
      freeTimes: volunteers.freeTimes,
      building: volunteers.building,
      invitedAt: max(notices.at),
    })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(notices, and(eq(notices.personId, people.id), eq(notices.kind, 'fits'), gte(notices.at, since)))
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active'), sql`${open} < ${openClaims}`))
    .groupBy(volunteers.id)
    .orderBy(volunteers.id)
    .limit(weighed)
  return rows
}

/** Everybody who has ever claimed the wish. */
export async function claimantsOf(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await db.select({ id: claims.personId }).from(claims).where(eq(claims.wishId, wishId))
  return rows.map((row) => row.id)
}
