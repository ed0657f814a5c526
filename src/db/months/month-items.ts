import { and, eq, gte, lt, ne, or, sql } from 'drizzle-orm'
import { claimHelpers, claims, units, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { tookPart } from '#db/wishes/joint-claims.ts'
import { shownTitle } from '#db/wishes/shown-title.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Period } from '#domain/month/figures.ts'

/** Items wished for in a month, and whether they were fulfilled; null for what is not in the catalogue. */
export type WishedItem = { readonly itemId: string | null; readonly category: Category; readonly isFulfilled: boolean }

export async function wishedItemsOf(
  db: Db,
  communityId: string,
  { from, until }: Period,
): Promise<readonly WishedItem[]> {
  const fulfilled = sql<number>`max(${wishes.state} = 'fulfilled')`
  const rows = await db
    .select({ itemId: shownTitle.itemId, category: wishes.category, fulfilled })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(
      and(
        eq(wishes.communityId, communityId),
        ne(wishes.state, 'withdrawn'),
        gte(wishes.publishedAt, from),
        lt(wishes.publishedAt, until),
      ),
    )
    .groupBy(wishes.category, shownTitle.itemId)
  return rows.map(({ itemId, category, fulfilled }) => ({
    itemId,
    category: category as Category,
    isFulfilled: Number(fulfilled) === 1,
  }))
}

/** What a unit's members delivered in a month: items and how often. */
type DeliveredItem = {
  readonly itemId: string | null
  readonly publicText: string
  readonly isUntitled: boolean
  readonly category: Category
  readonly times: number
}
export type UnitDeliveries = {
  readonly items: readonly DeliveredItem[]
  /** How many of the deliveries were led by a volunteer of no unit or another one. */
  readonly joined: number
  readonly people: number
}

/** Deliveries led or joined by members of the unit; two members in one delivery count once. */
export async function deliveredByUnit(
  db: Db,
  communityId: string,
  unitId: string,
  period: Period,
): Promise<UnitDeliveries> {
  const isLed = sql`${claims.unitId} is ${unitId}`
  const isHelped = sql`exists (select 1 from ${claimHelpers} where ${claimHelpers.claimId} = ${claims.id} and ${claimHelpers.unitId} = ${unitId} and ${tookPart})`
  const delivered = inMonth(communityId, period)
  const rows = await db
    .select({
      ...shownTitle,
      category: wishes.category,
      times: sql<number>`count(*)`,
      joined: sql<number>`count(case when not (${isLed}) then 1 end)`,
    })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, claims.wishId))
    .where(and(delivered, or(isLed, isHelped)))
    .groupBy(wishes.category, shownTitle.itemId, shownTitle.publicText, shownTitle.isUntitled)
  const leads = await db.selectDistinct({ personId: claims.personId }).from(claims).where(and(delivered, isLed))
  const helpers = await db
    .selectDistinct({ personId: claimHelpers.personId })
    .from(claims)
    .innerJoin(claimHelpers, eq(claimHelpers.claimId, claims.id))
    .where(and(delivered, tookPart, eq(claimHelpers.unitId, unitId)))
  return {
    items: rows.map(({ joined, times, ...row }) => ({ ...row, times: Number(times) })) as readonly DeliveredItem[],
    joined: rows.reduce((sum, row) => sum + Number(row.joined), 0),
    people: new Set([...leads, ...helpers].map(({ personId }) => personId)).size,
  }
}

/** The units whose members joined deliveries in a month that a volunteer of no unit, or of another one, led. */
export async function joinedUnits(db: Db, communityId: string, period: Period) {
  return await db
    .selectDistinct({ id: units.id, name: units.name })
    .from(claims)
    .innerJoin(claimHelpers, eq(claimHelpers.claimId, claims.id))
    .innerJoin(units, eq(units.id, claimHelpers.unitId))
    .where(and(inMonth(communityId, period), tookPart, sql`${claims.unitId} is not ${claimHelpers.unitId}`))
}

const inMonth = (communityId: string, { from, until }: Period) =>
  and(eq(claims.communityId, communityId), gte(claims.deliveredAt, from), lt(claims.deliveredAt, until))
