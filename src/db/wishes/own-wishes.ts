import { and, asc, count, eq, gt, isNull, or } from 'drizzle-orm'
import { claimHelpers, claims, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { wishOf } from './wish-rows.ts'

/**
 * A person's own rounds that still show a contact: open ones, next visit first, and those delivered in the last hours.
 */
export async function ownWishes(db: Db, personId: string, now: Date) {
  const rows = await ownRounds(db, { personId, now })
  const own = rows.map((row) => wishOf(row.wish))
  return {
    open: own.filter((wish) => wish.state === 'claimed').toSorted(byNextVisit),
    delivered: own.filter((wish) => wish.state !== 'claimed'),
  }
}

const ownRounds = prepared((db, { personId, now }: Blanks<'personId' | 'now'>) =>
  db
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
    .limit(40),
)

/** Those with a visit first, the next one at the top; then those without, the one due soonest first. */
const byNextVisit = (a: Wish, b: Wish): number =>
  timeOf(a.visitAt) - timeOf(b.visitAt) || timeOf(a.dueAt) - timeOf(b.dueAt)
/** A finite number, so that two missing times compare as equal. */
const timeOf = (at: Date | null): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER

/** Wishes that this person helps with under another lead, until they are delivered. */
export async function joinedWishes(db: Db, personId: string) {
  const rows = await helpedWith(db, { personId })
  return rows.map((row) => ({ ...row, wish: wishOf(row.wish) })).toSorted((a, b) => byNextVisit(a.wish, b.wish))
}

const helpedWith = prepared((db, { personId }: Blanks<'personId'>) =>
  db
    .select({ wish: wishes, quantity: claimHelpers.quantity, publicText: wishDetails.publicText })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(eq(claimHelpers.personId, personId), isNull(claimHelpers.leftAt), isNull(claims.endedAt)))
    .orderBy(asc(wishes.visitAt), asc(wishes.dueAt))
    .limit(20),
)

/** How many open claims of others this person brings a part to. */
export async function joinedCount(db: Db, personId: string): Promise<number> {
  const [row] = await joined(db, { personId })
  return row?.count ?? 0
}

const joined = prepared((db, { personId }: Blanks<'personId'>) =>
  db
    .select({ count: count() })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .where(and(eq(claimHelpers.personId, personId), isNull(claimHelpers.leftAt), isNull(claims.endedAt))),
)
