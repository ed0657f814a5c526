import { and, count, eq, isNotNull, min, sql } from 'drizzle-orm'
import type { Category } from '#domain/catalogue-codes.ts'
import { wishes } from './schema.ts'
import type { Db } from './store.ts'

/** Open wishes of one kind in one grid: how many, and since when the longest of them has been published. */
export type WaitingCell = {
  readonly gridId: string
  readonly category: Category
  readonly count: number
  readonly since: Date
}

/** What waits on the board at this moment, by grid and kind; a cell in which nothing waits has no row. */
export async function waitingOf(
  db: Db,
  communityId: string,
  gridIds: readonly string[] | null,
): Promise<readonly WaitingCell[]> {
  const rows = await db
    .select({ gridId: wishes.gridId, category: wishes.category, count: count(), since: min(wishes.publishedAt) })
    .from(wishes)
    .where(
      and(
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'open'),
        isNotNull(wishes.publishedAt),
        gridIds ? sql`+${wishes.gridId} in (select value from json_each(${JSON.stringify(gridIds)}))` : undefined,
      ),
    )
    .groupBy(wishes.gridId, wishes.category)
  return rows as readonly WaitingCell[]
}
