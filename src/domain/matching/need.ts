import { day } from '#domain/time/durations.ts'
import { addDays, addWorkdays, type Calendar, type Day, dueAt, isWorkday, localDay } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import type { WaitingWish } from './matching-model.ts'
import type { WishReason } from './reasons.ts'

/** The points of each circumstance. Our own choice; the rules page shows them. Red alone outweighs all others together. */
export const needPoints = {
  urgency: { red: 200, yellow: 50, blue: 20 },
  /** For each working day less than `soon` until it is late. */
  eachDayLess: 6,
  soon: 6,
  eachReturn: 10,
  mostReturns: 3,
  /** For each day since anyone was asked to that household. */
  eachHouseholdDay: 1,
  mostHouseholdDays: 14,
} as const

/**
 * The day by which a wish should be delivered: the promise of an earlier claim; before that, twice the working days that
 * its card promises, counted from its publication: as long to be claimed as then to be delivered.
 */
export function neededBy(
  calendar: Calendar,
  wish: { readonly publishedAt: Date; readonly promiseAt: Date | null; readonly urgency: Urgency },
  deliverWithin: Readonly<Record<Urgency, number>>,
): Date {
  return wish.promiseAt ?? dueAt(calendar, wish.publishedAt, 2 * deliverWithin[wish.urgency])
}

type Needy = Pick<WaitingWish, 'urgency' | 'neededBy' | 'returned'>

/**
 * Why a wish needs a volunteer soon. The weight is the sum of the points of these reasons. `lastAskedAt` is when one was
 * last asked to the household; null where the reader may not know it, and then it is not weighed.
 */
export function needsAt(calendar: Calendar, now: Date) {
  const soonEnds = dueAt(calendar, now, needPoints.soon)
  const today = localDay(now, calendar.zone)
  return (wish: Needy, lastAskedAt: Date | null): readonly WishReason[] => {
    const reasons: WishReason[] = [{ why: 'urgency', urgency: wish.urgency }]
    if (wish.neededBy < soonEnds) {
      const days = workdaysUntil(calendar, today, localDay(wish.neededBy, calendar.zone))
      reasons.push({ why: 'deadline', days })
    }
    if (wish.returned) reasons.push({ why: 'returned', times: wish.returned })
    const quiet = lastAskedAt ? Math.floor((now.getTime() - lastAskedAt.getTime()) / day) : 0
    if (quiet > 0) reasons.push({ why: 'household', days: quiet })
    return reasons
  }
}

export const weightOf = (reasons: readonly WishReason[]): number =>
  reasons.reduce((sum, reason) => sum + pointsOf(reason), 0)

export function pointsOf(reason: WishReason): number {
  switch (reason.why) {
    case 'urgency':
      return needPoints.urgency[reason.urgency]
    case 'deadline':
      return (needPoints.soon - reason.days) * needPoints.eachDayLess
    case 'returned':
      return Math.min(reason.times, needPoints.mostReturns) * needPoints.eachReturn
    case 'household':
      return Math.min(reason.days, needPoints.mostHouseholdDays) * needPoints.eachHouseholdDay
  }
}

/** How many people are asked at a time: to begin with, and what adds one more. */
export const askedAtOnce = { red: 5, yellow: 3, blue: 2, most: 5 } as const
/** The number of days for which an invitation counts as open; after that others are asked as well. */
export const answerDays = { red: 1, yellow: 2, blue: 2 } as const

type Waiting = Pick<WaitingWish, 'urgency' | 'neededBy' | 'returned' | 'asked' | 'publishedAt'>

/**
 * How many invitations the wish may get now. More the more urgent it is, one more in the second half of its time, one
 * more for each time it came back, one more in a grid where few wishes are claimed; less those still without an answer.
 */
export function placesFor(wish: Waiting, isInQuietGrid: boolean, now: Date): number {
  const time = wish.neededBy.getTime() - wish.publishedAt.getTime()
  const isLateHalf = now.getTime() - wish.publishedAt.getTime() > time / 2
  const wanted = askedAtOnce[wish.urgency] + Number(isLateHalf) + wish.returned + Number(isInQuietGrid)
  const since = now.getTime() - answerDays[wish.urgency] * day
  const open = wish.asked.filter(({ at }) => at.getTime() > since).length
  return Math.max(0, Math.min(wanted, askedAtOnce.most) - open)
}

/** No one is asked more than twice for the same wish, and the second time only after `pushAfter` working days. */
export const mostAsksForOneWish = 2

export function mayBeAskedAgain(
  wish: Pick<WaitingWish, 'asked'>,
  personId: string,
  { calendar, now, pushAfter }: { readonly calendar: Calendar; readonly now: Date; readonly pushAfter: number },
): boolean {
  const own = wish.asked.filter((one) => one.personId === personId)
  const last = own.at(-1)
  if (!last) return true
  if (own.length >= mostAsksForOneWish) return false
  return localDay(now, calendar.zone) > addWorkdays(calendar, localDay(last.at, calendar.zone), pushAfter)
}

const longestCount = 60

/** Working days after `from` up to and including `until`; 0 where that day is not later. */
function workdaysUntil(calendar: Calendar, from: Day, until: Day): number {
  let count = 0
  let at = from
  for (let n = 0; at < until && n < longestCount; n++) {
    at = addDays(at, 1)
    if (isWorkday(calendar, at)) count += 1
  }
  return count
}
