import { and, asc, eq, or } from 'drizzle-orm'
import type { Month } from '#domain/calendar.ts'
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
