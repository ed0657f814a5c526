import { and, countDistinct, eq, gte, isNotNull, lt, ne, sql } from 'drizzle-orm'
import type { Category } from '#domain/catalogue-codes.ts'
import type { Period } from '#domain/figures.ts'
import { claims, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'

/** Which things were wished for in a month and still are, or were brought; null for what the catalogue has not. */
export type WishedItem = { readonly itemId: string | null; readonly category: Category; readonly isFulfilled: boolean }

export async function wishedItemsOf(
  db: Db,
  communityId: string,
  { from, until }: Period,
): Promise<readonly WishedItem[]> {
  const fulfilled = sql<number>`max(${wishes.state} = 'fulfilled')`
  const rows = await db
    .select({ itemId: wishes.itemId, category: wishes.category, fulfilled })
    .from(wishes)
    .where(
      and(
        ...[eq(wishes.communityId, communityId), ne(wishes.state, 'withdrawn')],
        ...[gte(wishes.publishedAt, from), lt(wishes.publishedAt, until)],
      ),
    )
    .groupBy(wishes.category, wishes.itemId)
  return rows.map(({ itemId, category, fulfilled }) => ({
    itemId,
    category: category as Category,
    isFulfilled: Number(fulfilled) === 1,
  }))
}

/** What a unit's members delivered in a month: things and how often. */
export type DeliveredItem = {
  readonly itemId: string | null
  readonly publicText: string
  readonly category: Category
  readonly times: number
}

export async function deliveredByUnit(db: Db, communityId: string, unitId: string, { from, until }: Period) {
  const where = and(
    ...[eq(claims.communityId, communityId), isNotNull(claims.deliveredAt), eq(claims.unitId, unitId)],
    ...[gte(claims.deliveredAt, from), lt(claims.deliveredAt, until)],
  )
  const rows = await db
    .select({
      itemId: wishes.itemId,
      publicText: wishDetails.publicText,
      category: wishes.category,
      times: sql<number>`count(*)`,
    })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, claims.wishId))
    .where(where)
    .groupBy(wishes.category, wishes.itemId, wishDetails.publicText)
  const [people] = await db
    .select({ count: countDistinct(claims.personId) })
    .from(claims)
    .where(where)
  const items = rows.map((row) => ({ ...row, times: Number(row.times) })) as readonly DeliveredItem[]
  return { items, people: people?.count ?? 0 }
}
