import { coverOf, dayParts, daysAhead, isCovered, type Slot, slotsFor } from '#domain/board/free-slots.ts'
import { addDays, type Day, localDay } from '#domain/time/workdays.ts'
import { festivalAround } from './festivals.ts'
import type { Setting } from './matching-model.ts'
import type { Offer } from './offers.ts'

/** A possible visit, with its local day. */
export type Visit = Pick<Slot, 'part'> & { readonly day: Day }

/** All parts of the days ahead. */
const allSlots = dayParts.length * daysAhead
const always = ['anytime'] as const

/**
 * The first visit that suits volunteer and household before the offer is due; null where there is none. What the
 * household allows is computed once for all volunteers, and what a volunteer's hours allow once for all households.
 */
export function visitTimes(setting: Setting) {
  const { calendar, now } = setting
  const today = localDay(now, calendar.zone)
  const crowdedDay = festivalAround(today)?.day ?? null
  const days = Array.from({ length: daysAhead }, (_, n) => addDays(today, n))
  const parts = days.flatMap((day) =>
    dayParts.map((part) => ({ cell: day + part, cover: coverOf(calendar, day, part) })),
  )
  const open = new Map<string, readonly Visit[]>()
  const free = new Map<string, ReadonlySet<string>>()

  const visitsOf = (offer: Offer): readonly Visit[] => {
    const key = offerTimesKey(offer)
    const known = open.get(key)
    if (known) return known
    const [{ callFrom, callUntil }] = offer.wishes
    const meeting = { calendar, freeTimes: always, callFrom, callUntil, now, fullWeeks: offer.fullWeeks }
    const visits = slotsFor({ ...meeting, dueAt: dueOf(offer) }, allSlots)
      .filter(({ isLate }) => !isLate)
      .map(({ at, part }) => ({ day: localDay(at, calendar.zone), part }))
      // On a festival everyone comes: no one is invited then for what can be done on another day.
      .filter(({ day }) => offer.isUrgent || day !== crowdedDay)
    open.set(key, visits)
    return visits
  }
  const freeIn = (freeTimes: readonly string[]): ReadonlySet<string> => {
    const key = freeTimes.join(' ')
    const known = free.get(key)
    if (known) return known
    const cells = new Set(parts.filter(({ cover }) => isCovered(freeTimes, cover)).map(({ cell }) => cell))
    free.set(key, cells)
    return cells
  }
  return (freeTimes: readonly string[], offer: Offer): Visit | null => {
    const own = freeIn(freeTimes)
    return visitsOf(offer).find(({ day, part }) => own.has(day + part)) ?? null
  }
}

const dueOf = ({ wishes }: Offer): Date =>
  wishes.reduce((first, { dueIfClaimed }) => (dueIfClaimed < first ? dueIfClaimed : first), wishes[0].dueIfClaimed)

/** The same for all offers that are due at the same time, with the same hours and full weeks. */
export const offerTimesKey = (offer: Offer): string => {
  const [{ callFrom, callUntil }] = offer.wishes
  return [dueOf(offer).getTime(), callFrom, callUntil, offer.isUrgent, ...offer.fullWeeks].join('|')
}
