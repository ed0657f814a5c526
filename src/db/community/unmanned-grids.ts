import { and, asc, eq, isNull, notExists, sql } from 'drizzle-orm'
import { roleZone } from '#db/people/people-rows.ts'
import { isOpenOn } from '#db/people/role-rows.ts'
import { areas, roles } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { localDay } from '#domain/time/workdays.ts'

/** The grids of these communities that have no grid worker now. */
export async function unmannedGrids(
  db: Db,
  communityIds: readonly string[],
  now: Date,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (!communityIds.length) return []
  return unmanned(db, { communityIds, day: localDay(now, roleZone) })
}

const unmanned = prepared((db, { communityIds, day }: Blanks<'communityIds' | 'day'>) =>
  db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(
      and(
        isOneOf(areas.parentId, communityIds),
        eq(areas.kind, 'grid'),
        isNull(areas.closedAt),
        notExists(
          db
            .select({ one: sql`1` })
            .from(roles)
            .where(and(eq(roles.areaId, areas.id), eq(roles.role, 'gridWorker'), isOpenOn(day))),
        ),
      ),
    )
    .orderBy(asc(areas.parentId), asc(areas.position)),
)
