import { and, asc, eq, or } from 'drizzle-orm'
import type { Month } from '#domain/calendar.ts'
import { isOneOf } from './one-of.ts'
import { activities } from './schema.ts'
import type { Db } from './store.ts'

export type Activity = typeof activities.$inferSelect

/** What was planned from that month's report, and what is still ahead from others, by its day. */
export const activitiesOf = (db: Db, communityId: string, month: Month): Promise<readonly Activity[]> => {
  const own = eq(activities.communityId, communityId)
  return Promise.resolve(
    db
      .select()
      .from(activities)
      .where(or(and(own, eq(activities.month, month)), and(own, eq(activities.state, 'planned'))))
      .orderBy(asc(activities.day), asc(activities.id)),
  )
}

/** What is still ahead in these communities, by its day. */
export const plannedActivities = async (db: Db, communityIds: readonly string[]): Promise<readonly Activity[]> =>
  communityIds.length
    ? db
        .select()
        .from(activities)
        .where(and(isOneOf(activities.communityId, communityIds), eq(activities.state, 'planned')))
        .orderBy(asc(activities.day), asc(activities.id))
    : []
