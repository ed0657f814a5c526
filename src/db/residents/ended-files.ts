import { and, asc, desc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import { areas, claims, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { type Details, wishOf } from '#db/wishes/wish-rows.ts'
import type { State } from '#domain/vocabulary.ts'
import type { WishAndCall } from '#domain/wish/endings.ts'

export type UnfinishedWish = WishAndCall & { readonly details: Details }

const over = ['withdrawn', 'answered'] as const

/** A resident's unfinished wishes, and finished ones that might still cause a call or come back; oldest first. */
export async function unfinishedWishesOf(db: Db, residentId: string): Promise<readonly UnfinishedWish[]> {
  const rows = await db
    .select({ wish: wishes, details: wishDetails, calledAt: claims.calledAt, sparedAt: claims.sparedAt })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .leftJoin(claims, eq(claims.id, wishes.claimId))
    .where(
      and(
        eq(wishDetails.residentId, residentId),
        ne(wishes.state, over[0]),
        ne(wishes.state, over[1]),
        sql`(${wishes.state} <> 'fulfilled' or ${wishes.callbackDueAt} is not null or ${wishes.nextStep} is not null)`,
      ),
    )
    .orderBy(asc(wishes.postedAt), asc(wishes.id))
  return rows.map(({ wish, details, calledAt, sparedAt }) => ({
    wish: wishOf(wish),
    details,
    isCalled: calledAt !== null,
    isSpared: sparedAt !== null,
  }))
}

/**
 * True while the resident has no wish to be fulfilled and no call-back due: a condition inside the commit that ends the
 * file.
 */
export const hasNothingOpen = (residentId: string): SQL =>
  sql`not exists (select 1 from ${wishDetails} join ${wishes} on ${wishes.id} = ${wishDetails.wishId}
    where ${wishDetails.residentId} = ${residentId}
    and ${wishes.state} in ('draft', 'submitted', 'open', 'claimed', 'referred', 'delivered'))`

/** True while none of the resident's wishes is in one of these states: the same for withdrawing a consent. */
export const hasNoneIn = (residentId: string, states: readonly State[]): SQL =>
  sql`not exists (select 1 from ${wishDetails} join ${wishes} on ${wishes.id} = ${wishDetails.wishId}
    where ${wishDetails.residentId} = ${residentId} and ${isOneOf(wishes.state, states)})`

/** Files that have ended and are not erased yet, latest first. Empty files that belong to no resident are left out. */
export async function endedFiles(db: Db, communityId: string, gridIds: readonly string[]) {
  return db
    .select({
      id: residents.id,
      name: residents.name,
      gridName: areas.name,
      endedAt: residents.endedAt,
      endReason: residents.endReason,
    })
    .from(residents)
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(
      and(
        eq(residents.communityId, communityId),
        isNotNull(residents.endedAt),
        ne(residents.endReason, 'erased'),
        isOneOf(residents.gridId, gridIds),
      ),
    )
    .orderBy(desc(residents.endedAt), asc(residents.id))
    .limit(200)
}

/** Codes of wishes that are claimed or otherwise cannot move to another grid now. */
export async function wishesUnderWay(db: Db, residentId: string) {
  const rows = await db
    .select({ wish: wishes, details: wishDetails })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(
      and(
        eq(wishDetails.residentId, residentId),
        inArray(wishes.state, ['draft', 'submitted', 'open', 'claimed', 'referred', 'delivered']),
      ),
    )
    .orderBy(asc(wishes.postedAt), asc(wishes.id))
  return rows.map(({ wish, details }) => ({ wish: wishOf(wish), details }))
}
