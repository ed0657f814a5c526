import type { Door } from '#domain/doors/door.ts'
import { noCounts, type Period, type SetName } from '#domain/month/figures.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

type Delivery = {
  at: Date
  claimedAt: Date
  dueAt: Date
  gridId: string
  calledAt: Date | null
  tries: number
  /** Tries at least two hours after the one counted before. */
  counted: readonly Date[]
  level: unknown
  isReopened: boolean
  isSpared: boolean
  /** The receiving side said on its page what a caller would have asked. */
  isPaged: boolean
}

const endings: readonly unknown[] = ['withdrawn', 'referred', 'answered']
const satisfied: readonly unknown[] = ['very-satisfied', 'satisfied', 'rather-satisfied']

/**
 * The figures of a month computed a second time, directly from the events and from docs/figures.md, without the tables
 * that the program counts.
 */
export function reckon(
  lives: readonly (readonly WishEvent[])[],
  { from, until }: Period,
  tries: number,
  now: Date,
  inBothPlaces: ReadonlySet<string> = new Set(),
) {
  const counts: Record<SetName, number> = { ...noCounts }
  const isIn = (at: Date | null | undefined) => Boolean(at && at >= from && at < until)
  const add = (name: SetName, is: boolean) => {
    if (is) counts[name]++
  }

  for (const events of lives) {
    const state = events.at(-1)?.state
    const last = (...actions: readonly string[]) => events.findLast(({ action }) => actions.includes(action))
    const published = events.find(({ action }) => action === 'publish')?.at
    const firstClaim = events.find(({ action }) => action === 'claim')
    const promise = firstClaim?.dueAt
    const confirmed = state === 'fulfilled' ? last('confirm')?.at : null
    const ended = endings.includes(state) ? last('withdraw', 'refer', 'answer')?.at : null
    const delivered = state === 'fulfilled' ? last('deliver')?.at : null
    const posted = events[0]?.at
    const closing = ended ? last('withdraw', 'refer', 'answer') : undefined
    const isDirect = events.length === 1 && state === 'answered'
    const isPassedOn = !published && (state === 'referred' || (state === 'answered' && !isDirect))

    add('asked', isIn(posted) && closing?.data.reason !== 'entered-twice')
    add('direct', isIn(posted) && isDirect)
    add('requests', isIn(published) || (isIn(posted) && (isDirect || isPassedOn)))
    add('published', isIn(published))
    add('claimed', isIn(published) && firstClaim !== undefined)
    add('fulfilled', isIn(published) && state === 'fulfilled')
    add(
      'carried',
      Boolean(published && published < from) && !(confirmed && confirmed < from) && !(ended && ended < from),
    )
    add('due', isIn(promise) && !ended)
    add('due-left-out', isIn(promise) && Boolean(ended))
    add('on-time', isIn(promise) && Boolean(delivered && promise && delivered <= promise))
    const isKept = Boolean(delivered && promise && delivered <= promise)
    const isStillAhead = state !== 'fulfilled' && Boolean(promise && promise >= now)
    add('late', isIn(promise) && !ended && !isKept && !isStillAhead)
    add('unclaimed', isIn(published) && firstClaim === undefined && state === 'open')
    add('ahead', isIn(promise) && !ended && state !== 'fulfilled' && Boolean(promise && promise >= now))
    add('confirmed', isIn(confirmed))
    add('withdrawn', isIn(ended) && Boolean(published) && state === 'withdrawn')
    add('referred', isIn(ended) && Boolean(published) && state !== 'withdrawn')
    add('closed', isIn(ended) && Boolean(published))
    add('answered', isIn(ended) && state === 'answered' && !isDirect)
    add('ended-early', isIn(ended) && !published && !isDirect)
    add('twice', isIn(published) && inBothPlaces.has(events[0]?.stream ?? ''))
    add('not-twice', isIn(published) && !inBothPlaces.has(events[0]?.stream ?? ''))
    for (const { at, data } of events.filter(({ action }) => action === 'claim'))
      add(`from-${(data.door as Door | undefined) ?? 'unknown'}`, isIn(at))

    for (const delivery of deliveriesOf(events)) {
      const { calledAt, tries: tried, counted, level, isReopened } = delivery
      add('deliveries', isIn(delivery.at))
      add('tried', isIn(delivery.at) && (calledAt !== null || tried > 0))
      add('reached', isIn(delivery.at) && calledAt !== null)
      add('satisfied', isIn(delivery.at) && calledAt !== null && satisfied.includes(level))
      add('reopened', isIn(delivery.at) && isReopened)
      if (delivery.isSpared) continue
      add('callback-due', isIn(delivery.dueAt))
      add('called', isIn(delivery.dueAt) && calledAt !== null)
      const isPaged = delivery.isPaged && calledAt === null && counted.length < tries
      add('paged', isIn(delivery.dueAt) && isPaged)
      add('page-satisfied', isIn(delivery.dueAt) && isPaged && satisfied.includes(level))
      const isWaiting = calledAt === null && counted.length < tries && !isPaged
      add('uncalled', isIn(delivery.dueAt) && isWaiting && delivery.dueAt < now)
      add('exhausted', isIn(delivery.dueAt) && calledAt === null && counted.length >= tries)
    }
  }
  return counts
}

/** Each delivery that was not undone, with what was said of it afterwards. */
function deliveriesOf(events: readonly WishEvent[]): readonly Delivery[] {
  const found: Delivery[] = []
  let before = 0
  let claimedAt = new Date(0)
  for (const { action, at, gridId, data } of events) {
    const latest = found.at(-1)
    const dueAt = new Date(Number(data.callbackDueAt) * 1000)
    if (action === 'deliver')
      found.push({
        at,
        claimedAt,
        dueAt,
        gridId,
        calledAt: null,
        tries: before,
        counted: [],
        level: null,
        isReopened: false,
        isSpared: false,
        isPaged: false,
      })
    if (action === 'claim') [before, claimedAt] = [0, at]
    if (!latest) continue
    // A try stays with its claim although the delivery that it was made for is taken back.
    if (action === 'undo') before = found.pop()?.tries ?? 0
    if (action === 'spare' && data.reason === 'said-on-page') latest.isPaged = true
    else if (action === 'spare' && data.called !== true && data.spent !== true) latest.isSpared = true
    if (action === 'try') {
      latest.tries++
      const ago = at.getTime() - (latest.counted.at(-1)?.getTime() ?? 0)
      if (ago >= 2 * 3600 * 1000) latest.counted = [...latest.counted, at]
    }
    const isOnPage = data.onPage === true || data.how === 'page'
    if (action === 'reopen' && isOnPage) latest.isPaged = true
    if ((action === 'confirm' && data.how !== 'code') || action === 'rate' || action === 'reopen') {
      if (!isOnPage) latest.calledAt = at
      latest.level = data.satisfaction
    }
    if (action === 'reopen') latest.isReopened = true
  }
  return found
}

/** The seconds of each wait of the month, shortest first: what a person would write down from the events. */
export function waits(lives: readonly (readonly WishEvent[])[], { from, until }: Period) {
  const isIn = (at: Date | null | undefined) => Boolean(at && at >= from && at < until)
  const between = (start: Date, end: Date) => (end.getTime() - start.getTime()) / 1000
  const found = { 'to-claim': [] as number[], 'to-delivery': [] as number[], 'to-call': [] as number[] }
  for (const events of lives) {
    const claim = events.find(({ action }) => action === 'claim')
    const posted = events[0]
    if (claim && posted && isIn(events.find(({ action }) => action === 'publish')?.at))
      found['to-claim'].push(between(posted.at, claim.at))
    for (const { at, claimedAt, calledAt } of deliveriesOf(events)) {
      if (!isIn(at)) continue
      found['to-delivery'].push(between(claimedAt, at))
      if (calledAt) found['to-call'].push(between(at, calledAt))
    }
  }
  for (const list of Object.values(found)) list.sort((a, b) => a - b)
  return found
}
