import { and, eq, gte, max, sql } from 'drizzle-orm'
import { claims, notifications, people, volunteers } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** The largest number of volunteers compared for one invitation. */
const weighed = 400

/**
 * Active volunteers of a community with fewer open claims than the limit, each with the day of their last invitation.
 */
export async function invitable(db: Db, communityId: string, openClaims: number, since: Date) {
  const open = sql<number>`(select count(*) from ${claims} where ${claims.personId} = ${volunteers.personId} and ${claims.endedAt} is null)`
  const rows = await db
    .select({
      id: volunteers.personId,
      strengths: volunteers.strengths,
      freeTimes: volunteers.freeTimes,
      building: volunteers.building,
      invitedAt: max(notifications.at),
    })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .leftJoin(
      notifications,
      and(eq(notifications.personId, people.id), eq(notifications.kind, 'fits'), gte(notifications.at, since)),
    )
    .where(and(eq(volunteers.communityId, communityId), eq(volunteers.state, 'active'), sql`${open} < ${openClaims}`))
    .groupBy(volunteers.id)
    .orderBy(volunteers.id)
    .limit(weighed)
  return rows
}

/** Everyone who has ever claimed the wish. */
export async function claimantsOf(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await db.select({ id: claims.personId }).from(claims).where(eq(claims.wishId, wishId))
  return rows.map((row) => row.id)
}
