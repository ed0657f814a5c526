import { and, count, desc, eq, gte, isNotNull } from 'drizzle-orm'
import { wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { type ItemId, isItemId } from '#domain/catalogue/catalogue.ts'

/** What a community has asked for since then, most frequent first. */
export async function askedThings(db: Db, communityId: string, since: Date, limit: number): Promise<readonly ItemId[]> {
  const rows = await db
    .select({ id: wishes.itemId, asked: count() })
    .from(wishes)
    .where(and(eq(wishes.communityId, communityId), gte(wishes.postedAt, since), isNotNull(wishes.itemId)))
    .groupBy(wishes.itemId)
    .orderBy(desc(count()), wishes.itemId)
    .limit(limit)
  return rows.map(({ id }) => id).filter(isItemId)
}
