import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { claimHelpers, claims, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'
import { wishOf } from './wishes.ts'

/** A person's own rounds that still show a contact: open ones, next visit first, and those just delivered. */
export async function ownWishes(db: Db, personId: string, now: Date) {
  const rows = await db
    .select({ wish: wishes })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .where(
      and(
        eq(claims.personId, personId),
        eq(wishes.claimantId, personId),
        or(isNull(claims.endedAt), gt(claims.contactUntil, now)),
      ),
    )
    .orderBy(asc(wishes.visitAt), asc(wishes.dueAt))
    .limit(40)
  const own = rows.map((row) => wishOf(row.wish))
  const byNextStep = (at: Date | null, due: Date | null) => (at ?? due)?.getTime() ?? Number.POSITIVE_INFINITY
  const open = own.filter((wish) => wish.state === 'claimed')
  return {
    open: open.toSorted((a, b) => byNextStep(a.visitAt, a.dueAt) - byNextStep(b.visitAt, b.dueAt)),
    delivered: own.filter((wish) => wish.state !== 'claimed'),
  }
}

/** Wishes in which this person helps somebody else who leads, until they are delivered. */
export async function joinedWishes(db: Db, personId: string) {
  const rows = await db
    .select({ wish: wishes, quantity: claimHelpers.quantity, publicText: wishDetails.publicText })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(eq(claimHelpers.personId, personId), isNull(claimHelpers.leftAt), isNull(claims.endedAt)))
    .orderBy(asc(wishes.visitAt), asc(wishes.dueAt))
    .limit(20)
  return rows.map((row) => ({ ...row, wish: wishOf(row.wish) }))
}
