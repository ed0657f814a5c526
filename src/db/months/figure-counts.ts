import { eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { claims, wishes } from '#db/schema/tables.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Counts, type ListName, noCounts, type SetName, setNames } from '#domain/month/figures.ts'
import {
  type Asked,
  type Base,
  blankTerms,
  type Dimension,
  dimensionOf,
  needsWish,
  type Shape,
  sets,
  shapeOf,
  type Terms,
  tableOf,
  valuesOf,
  whereOf,
} from './figure-sets.ts'

/** One cell: the values of its dimensions, null where a wish has none (a unit), and its figures. */
export type Counted<D extends Dimension> = {
  readonly of: { readonly [by in D]: string | null }
  readonly counts: Counts
}

/**
 * The figures of a month broken down by any number of dimensions; an empty cell has no row. Only the tables that
 * `names` needs are read; all other figures stay 0.
 */
export async function countsBy<D extends Dimension>(
  db: Db,
  asked: Asked,
  dimensions: readonly D[],
  names: readonly SetName[] = setNames,
): Promise<readonly Counted<D>[]> {
  const found = new Map<string, { of: Counted<D>['of']; counts: Record<SetName, number> }>()
  const bases = [...new Set(names.map((name) => sets[name].base))]
  const answers = await Promise.all(
    bases.map(async (base) => {
      const own = names.filter((name) => sets[name].base === base)
      return { own, rows: await countBase(db, asked, base, own, dimensions) }
    }),
  )
  for (const { own, rows } of answers) {
    for (const counted of rows) {
      const of = Object.fromEntries(dimensions.map((by) => [by, counted[by] ?? null])) as Counted<D>['of']
      const key = JSON.stringify(of)
      const row = found.get(key) ?? { of, counts: { ...noCounts } }
      for (const name of own) row.counts[name] = Number(counted[name])
      found.set(key, row)
    }
  }
  return [...found.values()]
}

type Row = Readonly<Record<string, string | number | null>>

async function countBase(
  db: Db,
  asked: Asked,
  base: Base,
  names: readonly ListName[],
  dimensions: readonly Dimension[],
): Promise<readonly Row[]> {
  return counted(db, { ...shapeOf(asked), base, names, dimensions }, valuesOf(asked))
}

type CountShape = Shape & {
  readonly base: Base
  readonly names: readonly ListName[]
  readonly dimensions: readonly Dimension[]
}

const counted = preparedFor((db, shape: CountShape, blanks: Blanks<string>) => {
  const { base, names, dimensions, parts } = shape
  const terms = blankTerms(shape, blanks)
  const table = tableOf(base)
  const groups = dimensions.map((by) => dimensionOf(base, by))
  const columns = {
    ...Object.fromEntries(dimensions.map((by, n) => [by, groups[n]])),
    ...Object.fromEntries(names.map((name) => [name, countIf(name, terms)])),
  } as Record<string, SQLiteColumn | SQL>
  const sides = [...dimensions, ...parts.map(({ by }) => by)]
  const from = db.select(columns).from(table).$dynamic()
  const joined = sides.some((by) => needsWish(base, by)) ? from.innerJoin(wishes, eq(wishes.id, claims.wishId)) : from
  const where = joined.where(whereOf(base, terms))
  return (groups.length ? where.groupBy(...groups) : where) as unknown as Query
})

/** The columns are named by the shape, so drizzle cannot know the rows. */
export type Query = { prepare(): { execute(values: Readonly<Record<string, unknown>>): PromiseLike<Row[]> } }

/** Of the rows of its base those that belong to the set. */
export const countIf = (name: ListName, terms: Terms): SQL<number> =>
  sql<number>`count(case when ${sets[name].only?.(terms) ?? sql`1`} then 1 end)`

/** How many rows a list has. */
export async function countOf(db: Db, asked: Asked, name: ListName): Promise<number> {
  const [row] = await countBase(db, asked, sets[name].base, [name], [])
  return Number(row?.[name] ?? 0)
}
