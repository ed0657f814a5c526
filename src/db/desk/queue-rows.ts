import { and, asc, eq, exists, inArray, isNotNull, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { areas, events, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type DeskTask, deskTasks } from '#domain/desk-queue.ts'
import { type Actor, actorId, areasOf } from '#domain/people/actor.ts'
import type { State, Urgency } from '#domain/vocabulary.ts'
import { isSlipped } from './overdue-rows.ts'
import { isAdvised } from './street-rows.ts'
import { mayCall } from './to-call.ts'

/** A wish in the queue. Telephone and door are left out: they are on its own pages, where each look is logged. */
export type QueueRow = {
  readonly task: DeskTask
  readonly code: string
  readonly state: State
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly words: string
  readonly urgency: Urgency
  readonly gridId: string
  readonly gridName: string
  readonly residentName: string | null
  readonly postedAt: Date
  readonly publishedAt: Date | null
  readonly since: Date
  readonly dueAt: Date | null
  readonly callbackDueAt: Date | null
  readonly askedAt: Date | null
  readonly mayCall: boolean
  /** The household had the same item within the repeat period. */
  readonly isAgain: boolean
  /** The receiving side said on its page that it had arrived, and something else to the caller. */
  readonly isContradicted: boolean
  /** The street was asked to look at it and has answered. */
  readonly isAdvised: boolean
}
export type QueueList = { readonly task: DeskTask; readonly count: number; readonly rows: readonly QueueRow[] }

const live = ['draft', 'submitted', 'open', 'claimed', 'delivered', 'unconfirmed', 'referred'] as const

/**
 * Everything waiting for this person in their grids and communities, in the order of `deskTasks`. Each wish appears
 * once; each task lists the `shown` wishes that have waited longest. Empty lists are left out. `only`: a single task.
 */
export async function queueOf(
  db: Db,
  actor: Actor,
  now: Date,
  shown: number,
  only: DeskTask | null = null,
): Promise<readonly QueueList[]> {
  const [grids, communities] = [areasOf(actor, 'gridWorker'), areasOf(actor, 'secretary')]
  const shape = { hasGrids: grids.length > 0, hasCommunities: communities.length > 0, only }
  if (!shape.hasGrids && !shape.hasCommunities) return []
  const rows = await queued(db, shape, { grids, communities, reader: actorId(actor), now, shown })
  return deskTasks.flatMap((name) => {
    const found = rows.filter((row) => row.task === name)
    return found[0] ? [{ task: name, count: found[0].total, rows: found.map(rowOf) }] : []
  })
}

type OwnShape = { readonly hasGrids: boolean; readonly hasCommunities: boolean }
type Queued = OwnShape & { readonly only: DeskTask | null }
/** Where the reader works as a grid worker and as a secretary, and who reads it when. */
type Reading = Blanks<'grids' | 'communities' | 'reader' | 'now'>

const queued = preparedFor((db, shape: Queued, blanks: Reading & Blanks<'shown'>) => {
  const tasked = db
    .select({
      id: wishes.id,
      task: taskOf(db, blanks).as('queue_task'),
      order: order.as('queue_order'),
      since: wishes.since,
    })
    .from(wishes)
    // With a single table drizzle omits table names, but the tasks also refer to the events.
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(and(ownOf(shape, blanks), inArray(wishes.state, [...live])))
    .as('tasked')
  const ranked = db
    .select({
      id: tasked.id,
      task: tasked.task,
      place: sql<number>`row_number() over (partition by ${tasked.task}
        order by ${tasked.order}, ${tasked.since}, ${tasked.id})`.as('queue_place'),
      total: sql<number>`count(*) over (partition by ${tasked.task})`.as('queue_total'),
    })
    .from(tasked)
    .as('ranked')
  return db
    .select({ total: ranked.total, ...columns(db, blanks, ranked.task) })
    .from(ranked)
    .innerJoin(wishes, eq(wishes.id, ranked.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .leftJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .leftJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(and(shape.only ? eq(ranked.task, shape.only) : isNotNull(ranked.task), lte(ranked.place, blanks.shown)))
    .orderBy(asc(ranked.place))
})

/** Whether any wish was ever posted where this person works. */
export async function hasWishes(db: Db, actor: Actor): Promise<boolean> {
  const [grids, communities] = [areasOf(actor, 'gridWorker'), areasOf(actor, 'secretary')]
  const shape = { hasGrids: grids.length > 0, hasCommunities: communities.length > 0 }
  if (!shape.hasGrids && !shape.hasCommunities) return false
  const [row] = await anyOwn(db, shape, { grids, communities })
  return row !== undefined
}

const anyOwn = preparedFor((db, shape: OwnShape, blanks: Blanks<'grids' | 'communities'>) =>
  db.select({ id: wishes.id }).from(wishes).where(ownOf(shape, blanks)).limit(1),
)

type Found = Omit<QueueRow, 'mayCall' | 'isAgain' | 'isContradicted' | 'isAdvised'> & {
  readonly total?: number
  readonly mayCall: number
  readonly isAgain: number
  readonly isContradicted: number
  readonly isAdvised: number
}
const rowOf = ({ total: _, mayCall: may, isAgain, isContradicted, isAdvised: isSaid, ...row }: Found): QueueRow => ({
  ...row,
  mayCall: may === 1,
  isAgain: isAgain === 1,
  isContradicted: isContradicted === 1,
  isAdvised: isSaid === 1,
})

/** Wishes to be checked are ordered by urgency, as on the board; all others by how long they have waited. */
const order = sql<number>`case when ${wishes.state} = 'submitted' then ${wishes.rank} else 0 end`

const columns = (db: Db, { reader }: Reading, task: SQL.Aliased<DeskTask | null>) => ({
  task: sql<DeskTask>`${task}`,
  code: wishes.code,
  state: sql<State>`${wishes.state}`,
  itemId: wishes.itemId,
  quantity: wishes.quantity,
  measure: wishes.measure,
  publicText: sql<string>`coalesce(${wishDetails.publicText}, '')`,
  words: sql<string>`coalesce(${wishDetails.words}, '')`,
  urgency: sql<Urgency>`${wishes.urgency}`,
  gridId: wishes.gridId,
  gridName: areas.name,
  residentName: residents.name,
  postedAt: wishes.postedAt,
  publishedAt: wishes.publishedAt,
  since: wishes.since,
  dueAt: wishes.dueAt,
  callbackDueAt: wishes.callbackDueAt,
  askedAt: wishes.askedAt,
  mayCall: sql<number>`${mayCall(db, reader)}`,
  isAgain: sql<number>`exists (select 1 from ${events} where ${events.stream} = ${wishes.id}
    and instr(${events.data}, '"again":true') > 0)`,
  isContradicted: sql<number>`exists (select 1 from ${events} where ${events.stream} = ${wishes.id}
    and ${events.round} = ${wishes.round} and instr(${events.data}, '"contradicts":true') > 0)`,
  isAdvised: sql<number>`${isAdvised(db)}`,
})

/** The name of the first task that applies to a wish, as one SQL expression; null if none does. */
function taskOf(db: Db, reading: Reading): SQL<DeskTask | null> {
  const cases = deskTasks.map((name) => sql`when ${conditionOf(db, name, reading)} then ${name}`)
  return sql<DeskTask | null>`case ${sql.join(cases, sql` `)} end`
}

function conditionOf(db: Db, task: DeskTask, { communities, reader, now }: Reading): SQL | undefined {
  switch (task) {
    case 'callback':
    case 'overdue':
    case 'referral':
    case 'exhausted':
    case 'reopened':
    case 'unclaimed':
      return isSlipped(db, task, now)
    case 'to-check':
      return and(eq(wishes.state, 'submitted'), isOneOf(wishes.communityId, communities))
    case 'to-tell':
      return isNotNull(wishes.informSince)
    case 'to-call':
      return and(eq(wishes.state, 'delivered'), isNull(wishes.triesSpentAt), mayCall(db, reader))
    case 'to-complete':
      return eq(wishes.state, 'draft')
    case 'asked':
      return and(eq(wishes.state, 'open'), isNotNull(wishes.askedAt), isQuestion(db))
    case 'with-secretary':
      return eq(wishes.state, 'submitted')
  }
}

/** The event at that moment is either the clock's question whether the wish is still needed, or the answer. */
function isQuestion(db: Db): SQL | undefined {
  const written = (action: 'ask' | 'keep') =>
    db
      .select({ one: sql`1` })
      .from(events)
      .where(and(eq(events.stream, wishes.id), eq(events.at, wishes.askedAt), eq(events.action, action)))
  return and(exists(written('ask')), notExists(written('keep')))
}

const ownOf = (
  { hasGrids, hasCommunities }: OwnShape,
  { grids, communities }: Blanks<'grids' | 'communities'>,
): SQL | undefined =>
  or(
    hasGrids ? isOneOf(wishes.gridId, grids) : undefined,
    hasCommunities ? isOneOf(wishes.communityId, communities) : undefined,
  )
