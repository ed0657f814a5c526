import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Counts, type ListName, noCounts, type SetName, setNames } from '#domain/figures.ts'
import { seconds } from '#domain/seconds.ts'
import type { SpanName } from '#domain/spans.ts'
import type { Satisfaction, State } from '#domain/words.ts'
import {
  type Asked,
  type Base,
  columns,
  type Dimension,
  dimensionOf,
  needsWish,
  sets,
  tableOf,
  whereOf,
} from './figure-sets.ts'
import { isOneOf } from './one-of.ts'
import { claims, wishDetails, wishes } from './schema.ts'
import { lengths } from './spans.ts'
import type { Db } from './store.ts'

type PlaceCounts = { readonly communityId: string; readonly gridId: string; readonly counts: Counts }

/** All figures of a month by community and grid; a grid without anything has no row. */
export async function countsOf(db: Db, asked: Asked): Promise<readonly PlaceCounts[]> {
  const rows = await countsBy(db, asked, ['community', 'grid'])
  return rows.map(({ of: { community, grid }, counts }) => ({
    communityId: community ?? '',
    gridId: grid ?? '',
    counts,
  }))
}

/** One cell: what it is told apart by, null where a wish has none of it (a unit), and its figures. */
export type Counted<D extends Dimension> = {
  readonly of: { readonly [by in D]: string | null }
  readonly counts: Counts
}

/**
 * The figures of a month, told apart by as many sides as are asked for; a cell without anything has no row. Only the
 * tables behind `names` are read; the other figures stay 0.
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

/** A wish or a delivery behind a figure, for those who work in the place. No field for a person. */
export type Behind = {
  readonly id: string
  readonly code: string
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly gridId: string
  readonly state: State
  readonly endReason: string | null
  readonly round: number
  readonly publishedAt: Date | null
  readonly firstClaimedAt: Date | null
  readonly promiseAt: Date | null
  readonly deliveredAt: Date | null
  readonly confirmedAt: Date | null
  /** Of a delivery only. */
  readonly calledAt: Date | null
  readonly tries: number
  readonly satisfaction: Satisfaction | null
  /** Seconds of the wait by which the list is ordered. */
  readonly took: number | null
}

export type ListPlace = { readonly at: Date; readonly id: string }
const listPage = 50

/**
 * What a figure counted, oldest first, or by a wait, the longest first. `after` is the last row of the page before (of a
 * wait its length stands as the time since 1970); `next` is null on the last page.
 */
export async function listOf(db: Db, asked: Asked, name: ListName, after: ListPlace | null, span?: SpanName | null) {
  const { base, only } = sets[name]
  const table = tableOf(base)
  const isDelivery = table === claims
  const [at, id] = [span ? lengths[span] : columns[base], isDelivery ? claims.id : wishes.id]
  const [isBeyond, inOrder] = span ? [sql`<`, desc] : [sql`>`, asc]
  const where = and(
    whereOf(base, asked),
    only?.(asked),
    after ? sql`(${at}, ${id}) ${isBeyond} (${seconds(after.at)}, ${after.id})` : undefined,
  )
  const wide = { at: sql<number>`${at}`.as('at'), took: span ? sql<number>`${at}` : sql<null>`null` }
  const rows = await behind(db, isDelivery, wide)
    .where(where)
    .orderBy(inOrder(at), inOrder(id))
    .limit(listPage + 1)
  const shown = rows.slice(0, listPage) as (Behind & { at: number })[]
  const last = rows.length > listPage ? shown.at(-1) : undefined
  return { rows: shown as readonly Behind[], next: last ? { at: new Date(Number(last.at) * 1000), id: last.id } : null }
}

/** Some rows of a list, by their ids. */
export async function rowsById(db: Db, name: ListName, ids: readonly string[]): Promise<readonly Behind[]> {
  const isDelivery = tableOf(sets[name].base) === claims
  const rows = await behind(db, isDelivery, { took: sql<null>`null` })
    .where(isOneOf(isDelivery ? claims.id : wishes.id, ids))
    .orderBy(isDelivery ? claims.id : wishes.id)
  return rows as readonly Behind[]
}

function behind<More extends Record<string, SQL | SQL.Aliased>>(db: Db, isDelivery: boolean, more: More) {
  const query = isDelivery
    ? db
        .select({ ...shared, ...ofDelivery, ...more })
        .from(claims)
        .innerJoin(wishes, eq(wishes.id, claims.wishId))
    : db.select({ ...shared, ...ofWish, ...more }).from(wishes)
  // What was answered at once to somebody without a name has no details.
  return query.leftJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
}

const shared = {
  code: wishes.code,
  itemId: wishes.itemId,
  quantity: wishes.quantity,
  measure: wishes.measure,
  publicText: sql<string>`coalesce(${wishDetails.publicText}, '')`,
  state: wishes.state,
  endReason: wishes.endReason,
  publishedAt: wishes.publishedAt,
  firstClaimedAt: wishes.firstClaimedAt,
  promiseAt: wishes.promiseAt,
  confirmedAt: wishes.confirmedAt,
}
const ofWish = {
  id: wishes.id,
  gridId: wishes.gridId,
  round: wishes.round,
  deliveredAt: wishes.deliveredAt,
  calledAt: sql<null>`null`,
  tries: sql<number>`0`,
  satisfaction: wishes.satisfaction,
}
const ofDelivery = {
  id: claims.id,
  gridId: claims.gridId,
  round: claims.round,
  deliveredAt: claims.deliveredAt,
  calledAt: claims.calledAt,
  tries: claims.tries,
  satisfaction: claims.satisfaction,
}
