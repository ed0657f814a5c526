import { and, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import type { Category } from '#domain/catalogue-codes.ts'
import { wishes } from './schema.ts'
import type { Db } from './store.ts'

export type Recurring = { readonly itemId: string | null; readonly category: Category; readonly count: number }

/** The monthly wishes that will come back as drafts between two instants, by thing: a short range of the clock's index. */
export async function recurringBetween(
  db: Db,
  communityId: string,
  gridIds: readonly string[] | null,
  from: Date,
  until: Date,
): Promise<readonly Recurring[]> {
  const rows = await db
    .select({ itemId: wishes.itemId, category: wishes.category })
    .from(wishes)
    .where(
      and(
        isNotNull(wishes.nextAt),
        gte(wishes.nextAt, from),
        lt(wishes.nextAt, until),
        eq(wishes.nextStep, 'repeat'),
        // The plus keeps the planner to the clock's short range instead of all that a community ever wished.
        sql`+${wishes.communityId} = ${communityId}`,
        gridIds ? sql`+${wishes.gridId} in (select value from json_each(${JSON.stringify(gridIds)}))` : undefined,
      ),
    )
  const things = new Map<string, Recurring>()
  for (const { itemId, category } of rows) {
    const key = `${category} ${itemId ?? ''}`
    things.set(key, { itemId, category: category as Category, count: (things.get(key)?.count ?? 0) + 1 })
  }
  return [...things].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing)
}
