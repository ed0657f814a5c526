import { slotsFor } from '#domain/board/free-slots.ts'
import { type Calendar, dueAt, localDay } from '#domain/time/workdays.ts'
import { type Urgency, urgencies } from '#domain/vocabulary.ts'
import { type Chances, chanceOf } from './chance.ts'
import { type Fit, skillFor } from './fit.ts'
import type { Volunteer } from './matching-model.ts'
import { neededBy, needsAt, weightOf } from './need.ts'
import { fitReasons } from './plan.ts'
import type { Reason } from './reasons.ts'
import type { Visit } from './visit-times.ts'

/** What the order of a volunteer's first page uses of a wish: only what its public card shows. */
export type PublicWish = {
  readonly itemId: string | null
  readonly category: string
  readonly gridId: string
  readonly urgency: Urgency
  readonly publishedAt: Date
  readonly promiseAt: Date | null
  readonly round: number
  readonly postedBy: string
  readonly barredId: string | null
}

type Reader = Pick<Volunteer, 'id' | 'strengths' | 'gridId' | 'freeTimes'>

export type PageSetting = {
  readonly now: Date
  readonly calendar: Calendar
  readonly chances: Chances
  readonly deliverWithin: Readonly<Record<Urgency, number>>
}

export type Suited<W> = { readonly wish: W; readonly reasons: readonly Reason[] }

/**
 * The wishes that suit a volunteer best, in the order in which the plan would offer them: red ones first, then by
 * chance × weight; equal ones keep their order. It reserves nothing. Nothing is suggested for its free hours alone,
 * which suit every wish alike, and nothing for which a strength is missing, unless it is red.
 */
export function suitedTo<W extends PublicWish>(
  wishes: readonly W[],
  reader: Reader,
  setting: PageSetting,
  limit: number,
): readonly Suited<W>[] {
  const match = matcherFor(reader, setting)
  return wishes
    .flatMap((wish) => {
      const found = match(wish)
      return found && isInviting(found.reasons) ? [{ wish, ...found }] : []
    })
    .toSorted((a, b) => Number(b.wish.urgency === 'red') - Number(a.wish.urgency === 'red') || b.value - a.value)
    .slice(0, limit)
    .map(({ wish, reasons }) => ({ wish, reasons }))
}

/** How much a wish is worth offering to this reader, with everything that was weighed; null where they may not claim it. */
export function matcherFor(reader: Reader, { now, calendar, chances, deliverWithin }: PageSetting) {
  const needOf = needsAt(calendar, now)
  const visits = new Map(
    urgencies.map((urgency) => [urgency, firstVisit(reader.freeTimes, calendar, now, deliverWithin[urgency])]),
  )
  return (wish: PublicWish): { readonly value: number; readonly reasons: readonly Reason[] } | null => {
    if ([wish.postedBy, wish.barredId].includes(reader.id)) return null
    const visit = visits.get(wish.urgency) ?? null
    const fit = fitOf(wish, reader, visit !== null)
    const need = needOf({ ...wish, neededBy: neededBy(calendar, wish, deliverWithin), returned: returnsOf(wish) }, null)
    const chance = chanceOf(chances, wish.category, fit)
    const reasons: readonly Reason[] = [
      ...fitReasons(wish, reader, fit, visit),
      ...need,
      { why: 'chance', percent: Math.round(chance * 100) },
    ]
    return { value: chance * weightOf(need), reasons }
  }
}

/** How often an open wish came back: every claim it had has ended. */
const returnsOf = ({ round }: { readonly round: number }): number => round

function fitOf({ itemId, gridId }: PublicWish, { strengths, gridId: own }: Reader, hasTime: boolean): Fit {
  return { skill: skillFor(itemId, strengths), isNear: own === gridId, hasTime }
}

/** Null also for volunteers who named no free hours: the page must not say that they have time. */
function firstVisit(freeTimes: readonly string[], calendar: Calendar, now: Date, within: number): Visit | null {
  if (!freeTimes.length) return null
  const due = dueAt(calendar, now, within)
  const [slot] = slotsFor({ calendar, freeTimes, callFrom: null, callUntil: null, now, dueAt: due }, 1)
  return slot && !slot.isLate ? { day: localDay(slot.at, calendar.zone), part: slot.part } : null
}

const isInviting = (reasons: readonly Reason[]): boolean =>
  reasons.some((one) => one.why === 'urgency' && one.urgency === 'red') ||
  (reasons.some(({ why }) => why === 'strength' || why === 'grid' || why === 'returned' || why === 'deadline') &&
    !reasons.some(({ why }) => why === 'no-strength'))
