import { and, asc, eq, gte, or } from 'drizzle-orm'
import { activities, areas } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Month } from '#domain/time/workdays.ts'

export type Activity = typeof activities.$inferSelect

/** Activities planned from that month's report, and coming ones from other months, by day. */
export const activitiesOf = (db: Db, communityId: string, month: Month): Promise<readonly Activity[]> =>
  Promise.resolve(plannedFrom(db, { communityId, month }))

const plannedFrom = prepared((db, { communityId, month: from }: Blanks<'communityId' | 'month'>) => {
  const own = eq(activities.communityId, communityId)
  return db
    .select()
    .from(activities)
    .where(or(and(own, eq(activities.month, from)), and(own, eq(activities.state, 'planned'))))
    .orderBy(asc(activities.day), asc(activities.id))
})

/** A planned day, with the community and the month of the report it belongs to. */
export type Coming = Pick<Activity, 'id' | 'title' | 'day' | 'month'> & { readonly slug: string; readonly zone: string }

const shown = 5

const { id, title, day, month } = activities
const coming = prepared((db, { communityIds, fromDay }: Blanks<'communityIds' | 'fromDay'>) =>
  db
    .select({ id, title, day, month, slug: areas.slug, zone: areas.zone, communityId: areas.id })
    .from(activities)
    .innerJoin(areas, eq(areas.id, activities.communityId))
    .where(and(isOneOf(activities.communityId, communityIds), eq(activities.state, 'planned'), gte(day, fromDay)))
    .orderBy(asc(day), asc(id))
    .limit(shown),
)

/** Planned in those communities from that day on, nearest first. */
export async function comingActivities(
  db: Db,
  communityIds: readonly string[],
  fromDay: string,
): Promise<readonly Coming[]> {
  if (!communityIds.length) return []
  const rows = await coming(db, { communityIds, fromDay })
  return rows.map(({ communityId, ...row }) => ({
    ...row,
    slug: row.slug ?? communityId,
    zone: row.zone ?? 'Asia/Shanghai',
  }))
}
