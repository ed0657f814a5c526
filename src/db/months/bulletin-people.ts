import { and, countDistinct, eq, gte, lt, sql } from 'drizzle-orm'
import { wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Period } from '#domain/month/figures.ts'
import { seconds } from '#domain/time/seconds.ts'

/** How many different residents are behind a month's published wishes, those fulfilled by an instant, and the rest. */
export type PeopleBehind = { readonly published: number; readonly fulfilled: number; readonly rest: number }

export async function peopleBehind(
  db: Db,
  communityId: string,
  { from, until }: Period,
  asOf: Date,
): Promise<ReadonlyMap<Category, PeopleBehind>> {
  const isFulfilled = sql`(${wishes.state} = 'fulfilled' and ${wishes.confirmedAt} <= ${seconds(asOf)})`
  const rows = await db
    .select({
      category: wishes.category,
      published: countDistinct(wishDetails.residentId),
      fulfilled: sql<number>`count(distinct case when ${isFulfilled} then ${wishDetails.residentId} end)`,
      rest: sql<number>`count(distinct case when not ${isFulfilled} then ${wishDetails.residentId} end)`,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(eq(wishes.communityId, communityId), gte(wishes.publishedAt, from), lt(wishes.publishedAt, until)))
    .groupBy(wishes.category)
  return new Map(rows.map(({ category, ...people }) => [category as Category, people]))
}
