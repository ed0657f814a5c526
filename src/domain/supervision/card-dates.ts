import { second } from '#domain/time/durations.ts'
import { addDays, type Calendar, type Day, endOfDay, isWorkday, localDay } from '#domain/time/workdays.ts'
import type { CardColour } from './card-steps.ts'
import type { Deadline, Due } from './deadline.ts'

/**
 * When the yellow card is due: when a fifth of the time is left or one working day, whichever comes first. Null for a step
 * of one working day or less, which would have its card as soon as it begins.
 */
export function warnsAt(calendar: Calendar, { startedAt, dueAt }: Pick<Due, 'startedAt' | 'dueAt'>): Date | null {
  const { zone } = calendar
  const started = localDay(startedAt, zone)
  const lastDay = workdayUpTo(calendar, localDay(dueAt, zone))
  const dayBefore = workdayUpTo(calendar, addDays(lastDay, -1))
  // No working day lies between the day on which it began and its last one.
  if (dayBefore <= started) return null
  const oneDayLeft = endOfDay(dayBefore, zone).getTime() + second
  const fifthLeft = dueAt.getTime() - (dueAt.getTime() - startedAt.getTime()) / 5
  return new Date(Math.floor(Math.min(oneDayLeft, fifthLeft) / second) * second)
}

/** The last working day that is not after this one. */
function workdayUpTo(calendar: Calendar, day: Day): Day {
  let last = day
  while (!isWorkday(calendar, last)) last = addDays(last, -1)
  return last
}

type CardDates = Pick<Deadline, 'dueAt' | 'endedAt'> & { readonly warnAt: Date | null }

/** When the red card is due: the first second that is not in time. */
export const failsAt = ({ dueAt }: Pick<Due, 'dueAt'>): Date => new Date(dueAt.getTime() + second)

/** The cards that the step has got until now, in their order. A step that is done gets no more of them. */
export function coloursUntil(dates: CardDates, now: Date): readonly CardColour[] {
  const { warnAt, endedAt } = dates
  const last = endedAt && endedAt < now ? endedAt : now
  const colours: readonly (CardColour | false)[] = [
    warnAt !== null && last >= warnAt && 'yellow',
    last >= failsAt(dates) && 'red',
  ]
  return colours.filter((colour) => colour !== false)
}

/** When the clock has to look at it again; null once it is red. */
export const nextCardAt = (dates: CardDates, given: CardColour | null): Date | null => {
  if (given === 'red') return null
  return given === null && dates.warnAt ? dates.warnAt : failsAt(dates)
}

/** The time by which a step is counted as a card: the first of its cards. */
export const cardFrom = (dates: CardDates): Date => dates.warnAt ?? failsAt(dates)
