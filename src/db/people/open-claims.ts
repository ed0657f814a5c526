import { and, eq, isNull } from 'drizzle-orm'
import { claimHelpers, claims, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'

/** Wishes that a person has claimed in a community and not yet delivered. */
export async function openClaimsOf(db: Db, personId: string, communityId: string) {
  const rows = await db
    .select({ wish: wishes, details: wishDetails })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(eq(claims.personId, personId), eq(claims.communityId, communityId), isNull(claims.endedAt)))
  return rows.map(({ wish, details }) => ({ wish: wishOf(wish), details }))
}

/** Open claims of other volunteers to which the person contributes a part. */
export async function joinedClaimsOf(db: Db, personId: string, communityId: string) {
  const rows = await db
    .select({ wish: wishes, details: wishDetails })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(
      and(
        eq(claimHelpers.personId, personId),
        isNull(claimHelpers.leftAt),
        isNull(claims.endedAt),
        eq(claims.communityId, communityId),
      ),
    )
  return rows.map(({ wish, details }) => ({ wish: wishOf(wish), details }))
}
