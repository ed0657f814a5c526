import type { WishEvent } from '#domain/events.ts'
import { noCounts, type Period, type SetName } from '#domain/figures.ts'

type Delivery = {
  at: Date
  dueAt: Date
  gridId: string
  calledAt: Date | null
  tries: number
  /** Tries at least two hours after the one counted before. */
  counted: readonly Date[]
  level: unknown
  isReopened: boolean
}

const satisfied: readonly unknown[] = ['very-satisfied', 'satisfied', 'rather-satisfied']

/**
 * The figures of a month reckoned a second time, straight from the events and from docs/figures.md, without the tables
 * that the program counts.
 */
export function reckon(lives: readonly (readonly WishEvent[])[], { from, until }: Period, tries: number, now: Date) {
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
    const ended = state === 'withdrawn' || state === 'referred' ? last('withdraw', 'refer')?.at : null
    const delivered = state === 'fulfilled' ? last('deliver')?.at : null

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
    add('ahead', isIn(promise) && !ended && state !== 'fulfilled' && Boolean(promise && promise >= now))
    add('confirmed', isIn(confirmed))
    add('withdrawn', isIn(ended) && Boolean(published) && state === 'withdrawn')
    add('referred', isIn(ended) && Boolean(published) && state === 'referred')
    add('ended-early', isIn(ended) && !published)

    for (const delivery of deliveriesOf(events)) {
      const { calledAt, tries: tried, counted, level, isReopened } = delivery
      add('deliveries', isIn(delivery.at))
      add('tried', isIn(delivery.at) && (calledAt !== null || tried > 0))
      add('reached', isIn(delivery.at) && calledAt !== null)
      add('satisfied', isIn(delivery.at) && calledAt !== null && satisfied.includes(level))
      add('reopened', isIn(delivery.at) && isReopened)
      add('callback-due', isIn(delivery.dueAt))
      add('called', isIn(delivery.dueAt) && calledAt !== null)
      add('exhausted', isIn(delivery.dueAt) && calledAt === null && counted.length >= tries)
    }
  }
  return counts
}

/** Each delivery that was not undone, with what was said of it afterwards. */
function deliveriesOf(events: readonly WishEvent[]): readonly Delivery[] {
  const found: Delivery[] = []
  let before = 0
  for (const { action, at, gridId, data } of events) {
    const latest = found.at(-1)
    const dueAt = new Date(Number(data.callbackDueAt) * 1000)
    if (action === 'deliver')
      found.push({ at, dueAt, gridId, calledAt: null, tries: before, counted: [], level: null, isReopened: false })
    if (action === 'claim') before = 0
    if (!latest) continue
    // A try stays with its claim although the delivery that it was made for is taken back.
    if (action === 'undo') before = found.pop()?.tries ?? 0
    if (action === 'try') {
      latest.tries++
      const ago = at.getTime() - (latest.counted.at(-1)?.getTime() ?? 0)
      if (ago >= 2 * 3600 * 1000) latest.counted = [...latest.counted, at]
    }
    if ((action === 'confirm' && data.how === 'call') || action === 'rate' || action === 'reopen') {
      latest.calledAt = at
      latest.level = data.satisfaction
    }
    if (action === 'reopen') latest.isReopened = true
  }
  return found
}
