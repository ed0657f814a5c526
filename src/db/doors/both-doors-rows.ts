import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { editions, editionWishes, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import type { DoorPlace } from './edition-rows.ts'

/**
 * Whether a wish was in a message that was not recalled, or on a sheet, whether or not that still hangs; with `isInTime`
 * only within the time of the rules.
 */
export function wasPublishedAt(door: PublishingDoor, isInTime: boolean): SQL {
  const counted = door === 'group' ? sql`and ${editions.endedAt} is null` : sql``
  const early = isInTime ? sql`and ${editionWishes.inTime} = 1` : sql``
  return sql`exists (select 1 from ${editionWishes} join ${editions} on ${editions.id} = ${editionWishes.editionId} where ${editionWishes.wishId} = ${wishes.id} and ${editions.door} = ${door} ${counted} ${early})`
}

/** Open wishes of the place that have not been at both doors yet, the most pressing first. */
export async function notAtBothDoors(db: Db, { communityId, gridIds }: DoorPlace, limit: number) {
  return missingAtADoor(db, gridIds !== null, { communityId, gridIds, limit })
}

const missingAtADoor = preparedFor(
  (db, hasGrids: boolean, { communityId, gridIds, limit }: Blanks<'communityId' | 'gridIds' | 'limit'>) =>
    db
      .select({ publishedAt: wishes.publishedAt, ruleVersion: wishes.ruleVersion })
      .from(wishes)
      .where(
        and(
          eq(wishes.communityId, communityId),
          eq(wishes.state, 'open'),
          hasGrids ? isOneOf(wishes.gridId, gridIds) : undefined,
          sql`not (${wasPublishedAt('group', false)} and ${wasPublishedAt('board', false)})`,
        ),
      )
      .orderBy(asc(wishes.weighsFrom), asc(wishes.id))
      .limit(limit),
)
