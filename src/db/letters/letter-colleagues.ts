import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { areas, people, roles } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { LetterSide } from '#domain/letters/letter-life.ts'
import type { LetterPlace } from '#domain/letters/letter-parties.ts'
import type { Day } from '#domain/time/workdays.ts'

/** Those to whom a letter on that side may be passed on: the community's staff, or the supervisors above it. */
export async function letterColleagues(db: Db, { communityId, path }: LetterPlace, side: LetterSide, today: Day) {
  const isInForce = and(lte(roles.fromDay, today), or(isNull(roles.untilDay), gt(roles.untilDay, today)))
  const above = path.split('/').filter(Boolean)
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .innerJoin(areas, eq(areas.id, roles.areaId))
    .where(
      and(
        isInForce,
        side === 'community'
          ? or(
              and(eq(roles.role, 'secretary'), eq(areas.id, communityId)),
              and(eq(roles.role, 'gridWorker'), eq(areas.parentId, communityId)),
            )
          : and(eq(roles.role, 'supervisor'), isOneOf(areas.id, above)),
      ),
    )
    .orderBy(asc(people.name))
  return rows
}
