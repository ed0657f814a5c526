import type { Rules } from '#domain/rules.ts'
import {
  addDays,
  type Calendar,
  clockParts,
  type Day,
  localDay,
  type SpecialDay,
  specialDay,
  weekdayOf,
} from '#domain/time/workdays.ts'

export type CounterRules = Pick<
  Rules,
  'counterDesks' | 'counterFrom' | 'counterUntil' | 'counterBookFrom' | 'counterBookUntil' | 'counterWeeks'
>

/** Why a Saturday has no counter: a day off by law or region, a closure of the community, or a make-up working day. */
export type NoCounter = { readonly why: 'holiday' | 'closure' | 'makeup'; readonly special: SpecialDay }

type CounterDay = { readonly day: Day; readonly closed: NoCounter | null }

const saturday = 6

/** Whether the counter is open on this Saturday, by the calendar and never by the weekday alone. */
export function counterDay(calendar: Calendar, day: Day): CounterDay {
  const special = specialDay(calendar, day)
  if (!special) return { day, closed: null }
  // On a make-up working day the whole office is open, so no one needs an appointment.
  if (special.kind === 'work') return { day, closed: { why: 'makeup', special } }
  return { day, closed: { why: special.layer === 'community' ? 'closure' : 'holiday', special } }
}

/**
 * The Saturdays of the coming weeks, those without a counter with the reason, and one more that is open if none of them is.
 * Today is left out: bookings end before.
 */
export function counterDays(calendar: Calendar, now: Date, { counterWeeks }: CounterRules): readonly CounterDay[] {
  const first = nextSaturday(localDay(now, calendar.zone))
  const days = Array.from({ length: counterWeeks }, (_, week) => counterDay(calendar, addDays(first, week * 7)))
  if (days.some(({ closed }) => !closed)) return days
  for (let week = counterWeeks; week < counterWeeks + 10; week++) {
    const later = counterDay(calendar, addDays(first, week * 7))
    if (!later.closed) return [...days, later]
  }
  return days
}

const nextSaturday = (today: Day): Day => {
  const ahead = (saturday - weekdayOf(today) + 7) % 7
  return addDays(today, ahead === 0 ? 7 : ahead)
}

/** Minutes of the day for an hour of the rules: 10.5 is half past ten. */
export const minutesOfHour = (hour: number): number => Math.round(hour * 60)

/**
 * Whether the page takes bookings now: Monday to Thursday, between the hours of the rules. Staff may book at any time. If
 * not, the answer is the next moment's day.
 */
export function bookingOpens(calendar: Calendar, now: Date, rules: CounterRules): { readonly opensOn: Day } | null {
  const { weekday, hour, minute } = clockParts(now, calendar.zone)
  const today = localDay(now, calendar.zone)
  const at = hour * 60 + minute
  const isDay = (day: Day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 4
  const from = minutesOfHour(rules.counterBookFrom)
  if (weekday >= 1 && weekday <= 4 && at >= from && at < minutesOfHour(rules.counterBookUntil)) return null
  if (isDay(today) && at < from) return { opensOn: today }
  let day = addDays(today, 1)
  while (!isDay(day)) day = addDays(day, 1)
  return { opensOn: day }
}
