import { and, asc, isNull, sql } from 'drizzle-orm'
import { allCommunities, type Community, communitiesById } from '#db/community/area-rows.ts'
import { calendarFor, enteredFor, regionOf, type Scope } from '#db/community/calendar-rows.ts'
import { openDeadlines } from '#db/community/open-deadlines.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { holidayDays, holidayNotices } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { clock } from '#domain/people/actor.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import type { NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import { type Calendar, type Day, firstDifference, localDay } from '#domain/time/workdays.ts'
import { decide } from '#domain/wish/decide.ts'
import { nothingKnown } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { moveWish } from './move-wish.ts'
import { situationIn } from './situation-of.ts'

/** The most moves in one run; the next tick continues. */
const atOnce = 200
/** The most wishes that are tried before a notice for all communities is saved. */
const triedAtOnce = 2000

/**
 * Recomputes the open deadlines for every notice that has not been applied yet, up to a number of moves. Finite and
 * safe to repeat: if the calendar changes neither a wish's dates nor the clock's next step, the wish is left alone, so
 * a second run finds nothing. Gives the number of moves.
 */
export async function replan(services: Services, most = atOnce): Promise<number> {
  const { store, now } = services
  const at = now()
  const waiting = await store.db
    .select({ id: holidayNotices.id, communityId: holidayNotices.communityId })
    .from(holidayNotices)
    .where(isNull(holidayNotices.replannedAt))
    .orderBy(asc(holidayNotices.madeAt))
  if (!waiting.length) return 0

  let moves = 0
  for (const community of await placesOf(services, waiting)) {
    const calendar = await calendarFor(store.db, community)
    for (const wish of (await triedUnder(services, community, calendar)).changing) {
      if (moves >= most) return moves
      if (await replanOne(services, wish)) moves++
    }
  }
  await store.commit([
    followed(
      services,
      waiting.map(({ id }) => id),
      at,
    ),
  ])
  return moves
}

async function placesOf({ store }: Services, notifications: readonly { readonly communityId: string }[]) {
  const ids = notifications.map(({ communityId }) => communityId)
  return ids.includes('*') ? allCommunities(store.db) : communitiesById(store.db, [...new Set(ids)])
}

/** If days were withdrawn meanwhile, wishes that were already checked may move, so that notice is applied once more. */
function followed({ store }: Services, ids: readonly string[], since: Date) {
  const seconds = Math.floor(since.getTime() / 1000)
  const isChanged = sql`exists (select 1 from ${holidayDays} where ${holidayDays.noticeId} = ${holidayNotices.id} and ${holidayDays.withdrawnAt} > ${seconds})`
  return store.db
    .update(holidayNotices)
    .set({ replannedAt: since })
    .where(and(isOneOf(holidayNotices.id, ids), sql`not ${isChanged}`))
}

/**
 * One failing wish must not keep the others from their new dates. The message may contain personal data: only its kind
 * is logged.
 */
async function replanOne(services: Services, { code }: Wish): Promise<boolean> {
  try {
    return (await moveWish(services, clock, { code, orders: [{ action: 'replan' }] }))?.ok ?? false
  } catch (error) {
    console.error(`replan: ${error instanceof Error ? error.name : 'unknown'}`)
    return false
  }
}

type Moving = { readonly from: Date; readonly to: Date }

/**
 * The wishes that would change under a calendar, those of them whose date moves, and the first such date. Computed, not
 * written.
 */
async function triedUnder(services: Services, community: Community, calendar: Calendar) {
  const { db } = services.store
  const now = services.now()
  const versions = await rulesOf(db, community.id)
  const open = await openDeadlines(db, community.id, now)
  const changing: Wish[] = []
  const moving: Moving[] = []
  for (const wish of open) {
    const situation = { ...situationIn(community, { versions, calendar, wish, now }), known: nothingKnown }
    const verdict = decide(wish.id, wish, { action: 'replan' }, clock, situation)
    if (!verdict.ok) continue
    changing.push(wish)
    const first = firstMoved(wish, verdict.wish)
    if (first) moving.push(first)
  }
  return { tried: open.length, changing, moving }
}

function firstMoved(before: Wish, after: Wish): Moving | null {
  for (const name of ['dueAt', 'promiseAt', 'callbackDueAt'] as const) {
    const [from, to] = [before[name], after[name]]
    if (from && to && to > from) return { from, to }
  }
  return null
}

type Move = { readonly from: Day; readonly to: Day }
type Effect = {
  readonly count: number
  readonly earliest: Move | null
  readonly latest: Move | null
  /** How many communities were looked at, if there were more. */
  readonly onlyFirst: number | null
}

/** What a notice would change if it were entered: counts and days, without naming a wish. */
export async function effectOf(services: Services, scope: Scope, notice: NewHolidayNotice): Promise<Effect> {
  const { db } = services.store
  const found: Move[] = []
  let tried = 0
  const places = scope ? [scope] : await allCommunities(db)
  for (const [index, community] of places.entries()) {
    if (tried >= triedAtOnce) return effectFrom(found, index)
    const region = regionOf(community)
    const entered = await enteredFor(db, community)
    const isHere = notice.layer !== 'regional' || region !== null
    const added = isHere ? [{ ...notice, notice: '' }] : []
    const { zone } = community
    const after = calendarOf({ zone, region, entered: [...entered, ...added] })
    if (firstDifference(calendarOf({ zone, region, entered }), after) === null) continue
    const looked = await triedUnder(services, community, after)
    tried += looked.tried
    found.push(...looked.moving.map(({ from, to }) => ({ from: localDay(from, zone), to: localDay(to, zone) })))
  }
  return effectFrom(found, null)
}

function effectFrom(found: readonly Move[], onlyFirst: number | null): Effect {
  const ordered = found.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return { count: found.length, earliest: ordered[0] ?? null, latest: ordered.at(-1) ?? null, onlyFirst }
}
