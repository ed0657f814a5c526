import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { claims, invitations, residents, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { Urgency } from '#domain/vocabulary.ts'

/** The most open wishes that one plan looks at, those first that the board shows first. */
const mostWaiting = 2000

const columns = {
  id: wishes.id,
  itemId: wishes.itemId,
  category: wishes.category,
  gridId: wishes.gridId,
  urgency: wishes.urgency,
  publishedAt: wishes.publishedAt,
  promiseAt: wishes.promiseAt,
  ruleVersion: wishes.ruleVersion,
  round: wishes.round,
  since: wishes.since,
  postedBy: wishes.postedBy,
  barredId: wishes.barredId,
  residentId: wishDetails.residentId,
  place: residents.place,
  building: residents.building,
  unit: residents.unit,
  door: residents.door,
  callFrom: residents.callFrom,
  callUntil: residents.callUntil,
}

/** Open wishes that do not rest, by the board's priority. */
export async function openWishes(db: Db, communityId: string, now: Date) {
  const rows = await db
    .select(columns)
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(
      and(
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'open'),
        or(isNull(wishes.restsUntil), lte(wishes.restsUntil, now)),
      ),
    )
    .orderBy(asc(wishes.weighsFrom), asc(wishes.id))
    .limit(mostWaiting)
  return rows.map((row) => ({ ...row, urgency: row.urgency as Urgency, household: householdKey(row) }))
}

/** The resident behind a wish that is about to be open, with what the plan needs of the file. */
export async function doorOf(db: Db, wishId: string) {
  const { residentId, place, building, unit, door, callFrom, callUntil } = columns
  const [row] = await db
    .select({ residentId, place, building, unit, door, callFrom, callUntil })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(eq(wishDetails.wishId, wishId))
  return row ? { household: householdKey(row), callFrom: row.callFrom, callUntil: row.callUntil } : null
}

type Door = {
  readonly residentId: string
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
}

/** Without a door the household is unknown: then the resident counts alone. */
export const householdKey = ({ residentId, place, building, unit, door }: Door): string =>
  door === '' && place === '' ? residentId : [place, building, unit, door].join('/')

/** Persons who may not be invited, by wish: earlier claimants, and who has seen the receipt code. */
export async function barredByWish(
  db: Db,
  wishIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const held = await db
    .select({ wishId: claims.wishId, personId: claims.personId })
    .from(claims)
    .where(isOneOf(claims.wishId, wishIds))
  const shown = await db
    .select({ wishId: views.wishId, personId: views.viewerId })
    .from(views)
    .where(and(isOneOf(views.wishId, wishIds), eq(views.page, 'code')))
  return grouped([...held, ...shown], ({ personId }) => personId)
}

/** Everyone who has ever claimed the wish. */
export async function claimantsOf(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await db.select({ id: claims.personId }).from(claims).where(eq(claims.wishId, wishId))
  return rows.map((row) => row.id)
}

/** Invitations since a wish is open, by wish, oldest first. */
export async function askedByWish(db: Db, wishIds: readonly string[]) {
  const rows = await db
    .select({ wishId: invitations.wishId, personId: invitations.personId, at: invitations.at })
    .from(invitations)
    .where(isOneOf(invitations.wishId, wishIds))
    .orderBy(asc(invitations.at), asc(invitations.id))
  return grouped(rows, ({ personId, at }) => ({ personId, at }))
}

function grouped<Row extends { readonly wishId: string | null }, Value>(
  rows: readonly Row[],
  valueFrom: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>()
  for (const row of rows) {
    const wishId = row.wishId ?? ''
    found.set(wishId, [...(found.get(wishId) ?? []), valueFrom(row)])
  }
  return found
}
