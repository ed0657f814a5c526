import { and, count, min } from 'drizzle-orm'
import { wishes } from '#db/schema/tables.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Aside } from '#domain/month/figures.ts'
import type { AskedThing } from '#domain/month/insight.ts'
import { type Asked, blankTerms, type Shape, sets, shapeOf, valuesOf, whereOf } from './figure-sets.ts'

/** Open wishes of one category in one grid: how many, and when the oldest was published. */
export type WaitingCell = {
  readonly gridId: string
  readonly category: Category
  readonly count: number
  readonly since: Date
}

/** The wishes on the board now, by grid and category; an empty cell has no row. */
export async function waitingOf(db: Db, asked: Asked): Promise<readonly WaitingCell[]> {
  return (await waitingCells(db, shapeOf(asked), valuesOf(asked))) as readonly WaitingCell[]
}

const waitingCells = preparedFor((db, shape: Shape, blanks: Blanks<string>) =>
  db
    .select({ gridId: wishes.gridId, category: wishes.category, count: count(), since: min(wishes.publishedAt) })
    .from(wishes)
    .where(whereOf(sets.waiting.base, blankTerms(shape, blanks)))
    .groupBy(wishes.gridId, wishes.category),
)

/**
 * What was wished for, or comes back every month, by catalogue item; wishes in free words by category. Ordered by id.
 */
export async function thingsOf(db: Db, asked: Asked, name: Exclude<Aside, 'waiting'>): Promise<readonly AskedThing[]> {
  return (await things(db, { ...shapeOf(asked), name }, valuesOf(asked))) as readonly AskedThing[]
}

type ThingsShape = Shape & { readonly name: Exclude<Aside, 'waiting'> }

const things = preparedFor((db, shape: ThingsShape, blanks: Blanks<string>) => {
  const { base, only } = sets[shape.name]
  const terms = blankTerms(shape, blanks)
  return db
    .select({ itemId: wishes.itemId, category: wishes.category, count: count() })
    .from(wishes)
    .where(and(whereOf(base, terms), only?.(terms)))
    .groupBy(wishes.category, wishes.itemId)
})
