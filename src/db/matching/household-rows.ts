import { and, eq, gte, inArray, lt, max, type SQL, sql } from 'drizzle-orm'
import { invitations, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { householdKey } from './waiting-rows.ts'

const door = {
  residentId: residents.id,
  place: residents.place,
  building: residents.building,
  unit: residents.unit,
  door: residents.door,
}

/** Visits agreed or made in a community from `from` until before `until`, and claims without a visit. */
export async function visitsByHousehold(db: Db, communityId: string, from: Date, until: Date) {
  const made = and(gte(wishes.deliveredAt, from), lt(wishes.deliveredAt, until))
  const here = (state: string) => and(eq(wishes.communityId, communityId), eq(wishes.state, state))
  const unconfirmed = and(eq(wishes.communityId, communityId), inArray(wishes.state, ['delivered', 'unconfirmed']))
  // Claimed, waiting for the call-back, or confirmed since: three short index ranges instead of all wishes.
  const rows = [
    ...(await visitsWhere(db, here('claimed'))),
    ...(await visitsWhere(db, and(unconfirmed, made))),
    ...(await visitsWhere(db, and(here('fulfilled'), gte(wishes.confirmedAt, from), made))),
  ]
  return rows.map(({ wishId, at, ...own }) => ({ wishId, at, household: householdKey(own) }))
}

const visitsWhere = (db: Db, where: SQL | undefined) =>
  db
    .select({ ...door, wishId: wishes.id, at: sql<number | null>`coalesce(${wishes.deliveredAt}, ${wishes.visitAt})` })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(where)

/** When anyone was last invited to each household since then. */
export async function lastInvitedTo(db: Db, communityId: string, since: Date) {
  const rows = await db
    .select({ ...door, at: max(invitations.at) })
    .from(invitations)
    .innerJoin(wishDetails, eq(wishDetails.wishId, invitations.wishId))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(and(eq(invitations.communityId, communityId), gte(invitations.at, since)))
    .groupBy(residents.id)
  return rows.flatMap(({ at, ...own }) => (at ? [{ at, household: householdKey(own) }] : []))
}
