import { and, count, min } from 'drizzle-orm'
import { wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Aside } from '#domain/month/figures.ts'
import type { AskedThing } from '#domain/month/insight.ts'
import { type Asked, sets, whereOf } from './figure-sets.ts'

/** Open wishes of one category in one grid: how many, and when the oldest was published. */
export type WaitingCell = {
  readonly gridId: string
  readonly category: Category
  readonly count: number
  readonly since: Date
}

/** The wishes on the board now, by grid and category; an empty cell has no row. */
export async function waitingOf(db: Db, asked: Asked): Promise<readonly WaitingCell[]> {
  const rows = await db
    .select({ gridId: wishes.gridId, category: wishes.category, count: count(), since: min(wishes.publishedAt) })
    .from(wishes)
    .where(whereOf(sets.waiting.base, asked))
    .groupBy(wishes.gridId, wishes.category)
  return rows as readonly WaitingCell[]
}

/**
 * What was wished for, or comes back every month, by catalogue item; wishes in free words by category. Ordered by id.
 */
export async function thingsOf(db: Db, asked: Asked, name: Exclude<Aside, 'waiting'>): Promise<readonly AskedThing[]> {
  const { base, only } = sets[name]
  const rows = await db
    .select({ itemId: wishes.itemId, category: wishes.category, count: count() })
    .from(wishes)
    .where(and(whereOf(base, asked), only?.(asked)))
    .groupBy(wishes.category, wishes.itemId)
  return rows as readonly AskedThing[]
}
