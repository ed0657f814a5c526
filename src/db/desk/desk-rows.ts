import { and, asc, count, eq, exists, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import { areas, events, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import { type Actor, actorId, areasOf } from '#domain/people/actor.ts'
import type { State, Urgency } from '#domain/vocabulary.ts'
import { mayCall } from './to-call.ts'

export type DeskRow = WishTitle & {
  readonly code: string
  readonly state: State
  readonly words: string
  readonly urgency: Urgency
  readonly gridName: string
  readonly residentName: string
  readonly postedAt: Date
  readonly callbackDueAt: Date | null
  readonly askedAt: Date | null
}
export type DeskList = { readonly count: number; readonly rows: readonly DeskRow[] }
export type Desk = {
  readonly toCheck: DeskList
  readonly toComplete: DeskList
  readonly toCall: DeskList
}

const atOnce = 20

/** What staff have to do today: for a grid worker in their own grids, for a secretary in the whole community. */
export async function deskOf(db: Db, actor: Actor): Promise<Desk> {
  const own = ownOf(actor)
  if (!own) return { toCheck: nothing, toComplete: nothing, toCall: nothing }
  return {
    toCheck: await listOf(db, and(own, eq(wishes.state, 'submitted')), [asc(wishes.rank), asc(wishes.postedAt)]),
    toComplete: await listOf(db, and(own, eq(wishes.state, 'draft')), [asc(wishes.postedAt)]),
    toCall: await listOf(
      db,
      and(own, eq(wishes.state, 'delivered'), isNull(wishes.triesSpentAt), mayCall(db, actorId(actor))),
      [asc(wishes.callbackDueAt)],
    ),
  }
}

/**
 * Open wishes in the reader's area about which the clock has asked whether they are still needed, without an answer so
 * far.
 */
export async function askedOf(db: Db, actor: Actor): Promise<DeskList> {
  const own = ownOf(actor)
  if (!own) return nothing
  // The event at that moment is either the question or its answer.
  const written = (action: 'ask' | 'keep') =>
    db
      .select({ one: sql`1` })
      .from(events)
      .where(and(eq(events.stream, wishes.id), eq(events.at, wishes.askedAt), eq(events.action, action)))
  const isQuestion = and(exists(written('ask')), notExists(written('keep')))
  const where = and(own, eq(wishes.state, 'open'), isNotNull(wishes.askedAt), isQuestion)
  return listOf(db, where, [asc(wishes.askedAt)])
}

const nothing: DeskList = { count: 0, rows: [] }

const ownOf = (actor: Actor): SQL | undefined => {
  const grids = areasOf(actor, 'gridWorker')
  const communities = areasOf(actor, 'secretary')
  return or(
    grids.length ? isOneOf(wishes.gridId, grids) : undefined,
    communities.length ? isOneOf(wishes.communityId, communities) : undefined,
  )
}

async function listOf(db: Db, where: SQL | undefined, order: SQL[]): Promise<DeskList> {
  const [total] = await db.select({ count: count() }).from(wishes).where(where)
  if (!total?.count) return nothing
  const rows = await db
    .select({
      code: wishes.code,
      state: wishes.state,
      ...titleColumns,
      words: wishDetails.words,
      urgency: wishes.urgency,
      gridName: areas.name,
      residentName: residents.name,
      postedAt: wishes.postedAt,
      callbackDueAt: wishes.callbackDueAt,
      askedAt: wishes.askedAt,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(where)
    .orderBy(...order)
    .limit(atOnce)
  return { count: total.count, rows: rows as DeskRow[] }
}
