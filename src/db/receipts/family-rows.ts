import { and, asc, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import { familyLinks, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import type { FamilyLink, OpenFamilyLink } from '#domain/receipts/family-link.ts'
import type { Wish } from '#domain/wish/wish.ts'

const shown = {
  id: familyLinks.id,
  name: familyLinks.name,
  scope: familyLinks.scope,
  madeAt: familyLinks.madeAt,
  endsAt: familyLinks.endsAt,
}

/** The links of a resident that are valid now. */
export const familyLinksOf = (db: Db, residentId: string, now: Date): Promise<readonly FamilyLink[]> =>
  Promise.resolve(
    db
      .select(shown)
      .from(familyLinks)
      .where(and(eq(familyLinks.residentId, residentId), isNull(familyLinks.endedAt), gt(familyLinks.endsAt, now)))
      .orderBy(asc(familyLinks.madeAt), asc(familyLinks.id)),
  )

/** All of a resident's links that are stored, for the resident's copy. */
export const familyLinksHeld = (db: Db, residentId: string) =>
  db.select(shown).from(familyLinks).where(eq(familyLinks.residentId, residentId)).orderBy(desc(familyLinks.madeAt))

/** The slots that links of a resident occupy, including links that have expired and were not ended yet. */
export const familySlotsOf = (db: Db, residentId: string) =>
  db
    .select({ slot: familyLinks.slot, endsAt: familyLinks.endsAt })
    .from(familyLinks)
    .where(and(eq(familyLinks.residentId, residentId), isNull(familyLinks.endedAt)))

/** The link of a token while it is valid, with the resident's community. */
export async function familyLinkByToken(db: Db, hash: string, now: Date): Promise<OpenFamilyLink | null> {
  const [row] = await db
    .select({ ...shown, residentId: familyLinks.residentId, communityId: residents.communityId })
    .from(familyLinks)
    .innerJoin(residents, eq(residents.id, familyLinks.residentId))
    .where(and(eq(familyLinks.tokenHash, hash), isNull(familyLinks.endedAt), gt(familyLinks.endsAt, now)))
  return row ?? null
}

const atOnce = 40

/** A wish with what the family may call it. */
export type FamilyWish = { readonly wish: Wish; readonly publicText: string }

/** The latest wishes of a resident. */
export async function wishesForFamily(db: Db, residentId: string): Promise<readonly FamilyWish[]> {
  const rows = await db
    .select({ wish: wishes, publicText: wishDetails.publicText, words: wishDetails.words })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(eq(wishDetails.residentId, residentId))
    .orderBy(desc(wishes.postedAt), desc(wishes.id))
    .limit(atOnce)
  return rows.map(({ wish, publicText, words }) => ({ wish: wishOf(wish), publicText: publicText || words }))
}

/** Links that had ended by then and are still stored. */
export const linksEndedBy = (db: Db, communityId: string, until: Date, limit: number) =>
  db
    .select({ id: familyLinks.id })
    .from(familyLinks)
    .where(and(eq(familyLinks.communityId, communityId), lte(familyLinks.endsAt, until)))
    .limit(limit)
