import { eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { claims, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { type Counts, type ListName, noCounts, type SetName, setNames } from '#domain/month/figures.ts'
import { type Asked, type Base, type Dimension, dimensionOf, needsWish, sets, tableOf, whereOf } from './figure-sets.ts'

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
  const table = tableOf(base)
  const groups = dimensions.map((by) => dimensionOf(base, by))
  const columns = {
    ...Object.fromEntries(dimensions.map((by, n) => [by, groups[n]])),
    ...Object.fromEntries(
      names.map((name) => [name, sql<number>`count(case when ${sets[name].only?.(asked) ?? sql`1`} then 1 end)`]),
    ),
  } as Record<string, SQLiteColumn | SQL>
  const sides = [...dimensions, ...(asked.parts ?? []).map(({ by }) => by)]
  const from = db.select(columns).from(table).$dynamic()
  const joined = sides.some((by) => needsWish(base, by)) ? from.innerJoin(wishes, eq(wishes.id, claims.wishId)) : from
  const where = joined.where(whereOf(base, asked))
  return (await (groups.length ? where.groupBy(...groups) : where)) as readonly Row[]
}

/** How many rows a list has. */
export async function countOf(db: Db, asked: Asked, name: ListName): Promise<number> {
  const [row] = await countBase(db, asked, sets[name].base, [name], [])
  return Number(row?.[name] ?? 0)
}
