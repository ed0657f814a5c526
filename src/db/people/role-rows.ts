import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { type AreaLine, areaLineOf } from '#db/community/area-rows.ts'
import { areas, roles } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Blank } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { roleZone } from './people-rows.ts'

/** One role as it was granted, over or not. */
export type RoleRow = {
  readonly id: string
  readonly personId: string
  readonly role: RoleName
  readonly area: AreaLine
  readonly fromDay: string
  /** The first day on which it no longer applies; null while no end is set. */
  readonly untilDay: string | null
  readonly isOver: boolean
}

/** The condition that a role has not ended by the local day of `now`. */
export const isOpenRole = (now: Date) => isOpenOn(localDay(now, roleZone))
/** The same for the local day itself. */
export const isOpenOn = (day: string | Blank) => or(isNull(roles.untilDay), gt(roles.untilDay, day))

/** Every role that these people have had in these areas, in all areas if none are named; the oldest first. */
export async function roleRowsOf(
  db: Db,
  personIds: readonly string[],
  now: Date,
  areaIds: readonly string[] | null = null,
): Promise<readonly RoleRow[]> {
  const rows = await db
    .select({
      id: roles.id,
      personId: roles.personId,
      role: roles.role,
      fromDay: roles.fromDay,
      untilDay: roles.untilDay,
      area: {
        id: areas.id,
        kind: areas.kind,
        parentId: areas.parentId,
        path: areas.path,
        name: areas.name,
        closedAt: areas.closedAt,
      },
    })
    .from(roles)
    .innerJoin(areas, eq(areas.id, roles.areaId))
    .where(and(isOneOf(roles.personId, personIds), areaIds ? isOneOf(roles.areaId, areaIds) : undefined))
    .orderBy(asc(roles.grantedAt), asc(areas.position), asc(roles.id))
  const today = localDay(now, roleZone)
  return rows.map((row) => ({
    ...row,
    area: areaLineOf(row.area),
    isOver: row.untilDay !== null && row.untilDay <= today,
  }))
}
