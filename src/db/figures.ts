import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Counts, noCounts, type SetName, setNames } from '#domain/figures.ts'
import { seconds } from '#domain/seconds.ts'
import type { Satisfaction, State } from '#domain/words.ts'
import { type Asked, type Base, columns, sets, tableOf, whereOf } from './figure-sets.ts'
import { claims, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'

type PlaceCounts = { readonly communityId: string; readonly gridId: string; readonly counts: Counts }

/** All figures of a month by community and grid; a grid without anything has no row. */
export async function countsOf(db: Db, asked: Asked): Promise<readonly PlaceCounts[]> {
  const found = new Map<string, { communityId: string; gridId: string; counts: Record<SetName, number> }>()
  for (const base of Object.keys(columns) as Base[]) {
    const names = setNames.filter((name) => sets[name].base === base)
    for (const { communityId, gridId, ...counted } of await countBase(db, asked, base, names)) {
      const row = found.get(gridId) ?? { communityId, gridId, counts: { ...noCounts } }
      for (const name of names) row.counts[name] = Number(counted[name])
      found.set(gridId, row)
    }
  }
  return [...found.values()].filter(({ gridId }) => asked.gridIds?.includes(gridId) ?? true)
}

function countBase(db: Db, asked: Asked, base: Base, names: readonly SetName[]) {
  const table = tableOf(base)
  const counts = Object.fromEntries(
    names.map((name) => [name, sql<number>`count(case when ${sets[name].only?.(asked) ?? sql`1`} then 1 end)`]),
  )
  return db
    .select({ communityId: table.communityId, gridId: table.gridId, ...counts } as {
      communityId: typeof wishes.communityId
      gridId: typeof wishes.gridId
    } & Record<SetName, SQL<number>>)
    .from(table)
    .where(whereOf(base, asked))
    .groupBy(table.communityId, table.gridId)
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
}

export type ListPlace = { readonly at: Date; readonly id: string }
const listPage = 50

/** What a figure counted, oldest first. `after` is the last row of the page before; `next` is null on the last page. */
export async function listOf(db: Db, asked: Asked, name: SetName, after: ListPlace | null) {
  const { base, only } = sets[name]
  const table = tableOf(base)
  const isDelivery = table === claims
  const [at, id] = [columns[base], isDelivery ? claims.id : wishes.id]
  const where = and(
    whereOf(base, asked),
    only?.(asked),
    asked.gridIds ? sql`${table.gridId} in (select value from json_each(${JSON.stringify(asked.gridIds)}))` : undefined,
    after ? sql`(${at}, ${id}) > (${seconds(after.at)}, ${after.id})` : undefined,
  )
  const wide = { ...shared, id, at }
  const query = isDelivery
    ? db
        .select({ ...wide, ...ofDelivery })
        .from(claims)
        .innerJoin(wishes, eq(wishes.id, claims.wishId))
    : db.select({ ...wide, ...ofWish }).from(wishes)
  const rows = await query
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(where)
    .orderBy(asc(at), asc(id))
    .limit(listPage + 1)
  const shown = rows.slice(0, listPage) as (Behind & { at: Date })[]
  const last = rows.length > listPage ? shown.at(-1) : undefined
  return { rows: shown as readonly Behind[], next: last ? { at: last.at, id: last.id } : null }
}

const shared = {
  code: wishes.code,
  itemId: wishes.itemId,
  quantity: wishes.quantity,
  measure: wishes.measure,
  publicText: wishDetails.publicText,
  state: wishes.state,
  endReason: wishes.endReason,
  publishedAt: wishes.publishedAt,
  firstClaimedAt: wishes.firstClaimedAt,
  promiseAt: wishes.promiseAt,
  confirmedAt: wishes.confirmedAt,
}
const ofWish = {
  gridId: wishes.gridId,
  round: wishes.round,
  deliveredAt: wishes.deliveredAt,
  calledAt: sql<null>`null`,
  tries: sql<number>`0`,
  satisfaction: wishes.satisfaction,
}
const ofDelivery = {
  gridId: claims.gridId,
  round: claims.round,
  deliveredAt: claims.deliveredAt,
  calledAt: claims.calledAt,
  tries: claims.tries,
  satisfaction: claims.satisfaction,
}
