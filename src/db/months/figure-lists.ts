import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { claims, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Cursor, paginate } from '#db/store/paginate.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import type { ListName } from '#domain/month/figures.ts'
import type { SpanName } from '#domain/month/waits.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { Satisfaction, State } from '#domain/vocabulary.ts'
import { type Asked, columns, sets, tableOf, termsOf, whereOf } from './figure-sets.ts'
import { lengths } from './wait-lengths.ts'

/** A wish or a delivery that a figure counted, for staff of the area. There is no field for a person. */
export type Behind = WishTitle & {
  readonly id: string
  readonly code: string
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
  /** The wait in seconds by which the list is ordered. */
  readonly took: number | null
}

const listPage = 50

/**
 * What a figure counted, oldest first, or with `span` the longest wait first. `after` is the last row of the previous
 * page (for a wait, its length as seconds since 1970); `next` is null on the last page.
 */
export async function listOf(db: Db, asked: Asked, name: ListName, after: Cursor | null, span?: SpanName | null) {
  const { base, only } = sets[name]
  const terms = termsOf(asked)
  const table = tableOf(base)
  const isDelivery = table === claims
  const [at, id] = [span ? lengths[span] : columns[base], isDelivery ? claims.id : wishes.id]
  const [isBeyond, inOrder] = span ? [sql`<`, desc] : [sql`>`, asc]
  const where = and(
    whereOf(base, terms),
    only?.(terms),
    after ? sql`(${at}, ${id}) ${isBeyond} (${seconds(after.at)}, ${after.id})` : undefined,
  )
  const wide = { at: sql<number>`${at}`.as('at'), took: span ? sql<number>`${at}` : sql<null>`null` }
  const query = behind(db, isDelivery, wide).where(where).orderBy(inOrder(at), inOrder(id))
  const { rows, last } = await paginate(query, listPage)
  return {
    rows: rows as readonly Behind[],
    next: last && { at: new Date(Number(last.at) * 1000), id: last.id },
  }
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
  // A request answered at once without a resident's name has no details row.
  return query.leftJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
}

const shared = {
  code: wishes.code,
  ...titleColumns,
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
