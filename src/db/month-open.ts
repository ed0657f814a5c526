import { and, asc, count, eq, gte, isNull, lt, type SQL } from 'drizzle-orm'
import type { Period } from '#domain/figures.ts'
import type { State } from '#domain/words.ts'
import { areas, claims, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'

/** A wish that a month leaves over. No field for a person. */
export type StillOpen = {
  readonly code: string
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly gridName: string
  readonly state: State
  readonly publishedAt: Date | null
  readonly dueAt: Date | null
  readonly deliveredAt: Date | null
}
export type OpenGroup = 'open' | 'claimed' | 'uncalled'
export type StillOpenList = { readonly count: number; readonly rows: readonly StillOpen[] }

const shown = 20

/**
 * What is not over of a month that is: published by its end and still on the board, claimed and not delivered, or
 * delivered in it and not called about. Longest waiting first; the lists are cut, the counts are whole.
 */
export async function stillOpenOf(
  db: Db,
  communityId: string,
  { from, until }: Period,
): Promise<Readonly<Record<OpenGroup, StillOpenList>>> {
  const inState = (state: State) =>
    and(eq(wishes.communityId, communityId), eq(wishes.state, state), lt(wishes.publishedAt, until))
  const uncalled = and(
    eq(claims.communityId, communityId),
    gte(claims.deliveredAt, from),
    lt(claims.deliveredAt, until),
    isNull(claims.calledAt),
  )
  const [open, claimed] = [await listOf(db, inState('open')), await listOf(db, inState('claimed'))]
  const rows = await db
    .select({ ...columns, deliveredAt: claims.deliveredAt })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, claims.gridId))
    .where(uncalled)
    .orderBy(asc(claims.deliveredAt))
    .limit(shown)
  const [counted] = await db.select({ count: count() }).from(claims).where(uncalled)
  return { open, claimed, uncalled: { count: counted?.count ?? 0, rows: rows as readonly StillOpen[] } }
}

async function listOf(db: Db, where: SQL | undefined): Promise<StillOpenList> {
  const rows = await db
    .select(columns)
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(where)
    .orderBy(asc(wishes.publishedAt))
    .limit(shown)
  const [counted] = await db.select({ count: count() }).from(wishes).where(where)
  return { count: counted?.count ?? 0, rows: rows as readonly StillOpen[] }
}

const columns = {
  code: wishes.code,
  itemId: wishes.itemId,
  quantity: wishes.quantity,
  measure: wishes.measure,
  publicText: wishDetails.publicText,
  gridName: areas.name,
  state: wishes.state,
  publishedAt: wishes.publishedAt,
  dueAt: wishes.dueAt,
  deliveredAt: wishes.deliveredAt,
}
