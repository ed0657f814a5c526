import type { FreeTime } from '#domain/lists/rows.ts'
import { hour, minute } from '#domain/time/durations.ts'
import { addDays, type Calendar, type Day, isWorkday, localDay, midnight, weekdayOf } from '#domain/time/workdays.ts'

export const dayParts = ['morning', 'afternoon', 'evening'] as const
type DayPart = (typeof dayParts)[number]

/** A possible time for a visit; `isLate` where it is after the wish's due date. */
export type Slot = { readonly at: Date; readonly part: DayPart; readonly isLate: boolean }

export type Meeting = {
  readonly calendar: Calendar
  /** The volunteer's free times; an empty list means workday evenings and all days off. */
  readonly freeTimes: readonly string[]
  /** The resident's good hours, 'HH:MM' in the community's zone, the end exclusive; null: any hour of the day. */
  readonly callFrom: string | null
  readonly callUntil: string | null
  readonly now: Date
  readonly dueAt: Date | null
  /** Mondays of the weeks in which the household already has as many visits as the rules allow. */
  readonly fullWeeks?: readonly Day[]
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** The Mondays of the weeks in which a slot may be. */
export const weeksAhead = (now: Date, zone: string): readonly Day[] => {
  const today = localDay(now, zone)
  return [...new Set(Array.from({ length: daysAhead }, (_, n) => mondayOf(addDays(today, n))))]
}

/**
 * Minutes of the local day; there are no visits before 9:00 or from 21:00 on. `usual` is the preferred time in each
 * part.
 */
const parts: Readonly<Record<DayPart, { readonly from: number; readonly until: number; readonly usual: number }>> = {
  morning: { from: 9 * 60, until: 13 * 60, usual: 10 * 60 },
  afternoon: { from: 13 * 60, until: 18 * 60 + 30, usual: 16 * 60 },
  evening: { from: 18 * 60 + 30, until: 21 * 60, usual: 19 * 60 },
}
export const daysAhead = 14

/**
 * Times within two weeks that suit both: one slot per part of a day, in order of time, so those before the due date
 * come first. A holiday is a day off whatever its weekday, a make-up workday is a workday. The next hour is left out
 * because it is too soon to set out.
 */
export function slotsFor(meeting: Meeting, limit = 8): readonly Slot[] {
  const { calendar, now, dueAt, fullWeeks = [] } = meeting
  const today = localDay(now, calendar.zone)
  const days = Array.from({ length: daysAhead }, (_, n) => addDays(today, n)).filter(
    (day) => !fullWeeks.includes(mondayOf(day)),
  )
  const slots = days.flatMap((day) =>
    dayParts.flatMap((part): Slot[] => {
      if (!isFree(meeting.freeTimes, calendar, day, part)) return []
      const at = timeIn(meeting, day, part)
      return at ? [{ at, part, isLate: dueAt !== null && at > dueAt }] : []
    }),
  )
  return slots.slice(0, limit)
}

/** Whether the volunteer's free times cover this part of this day. */
export const isFree = (freeTimes: readonly string[], calendar: Calendar, day: Day, part: DayPart): boolean =>
  isCovered(freeTimes, coverOf(calendar, day, part))

/** What covers a part of a day: the names of free times, and whether it is free for those who named none. */
type Cover = { readonly kinds: readonly FreeTime[]; readonly isUsual: boolean }

export const isCovered = (freeTimes: readonly string[], { kinds, isUsual }: Cover): boolean =>
  freeTimes.length ? kinds.some((kind) => freeTimes.includes(kind)) : isUsual

export function coverOf(calendar: Calendar, day: Day, part: DayPart): Cover {
  const isWork = isWorkday(calendar, day)
  const weekday = weekdayOf(day)
  const saturday = weekday === 6 ? (['saturday', `saturday-${part}`] as const) : []
  const sunday = weekday === 0 ? (['sunday', `sunday-${part}`] as const) : []
  const kinds: readonly FreeTime[] = isWork
    ? ['anytime', 'weekday', `weekday-${part}`]
    : ['anytime', 'holiday', 'weekend', `weekend-${part}`, ...saturday, ...sunday]
  return { kinds, isUsual: !isWork || part === 'evening' }
}

/** The half hour nearest to the usual time that suits the resident and is not past. */
function timeIn({ calendar, callFrom, callUntil, now }: Meeting, day: Day, part: DayPart): Date | null {
  const { from, until, usual } = parts[part]
  const start = midnight(day, calendar.zone).getTime()
  const first = Math.max(from, minutesOf(callFrom) ?? 0)
  const end = Math.min(until, minutesOf(callUntil) ?? 24 * 60)
  const fits: number[] = []
  for (let at = Math.ceil(first / 30) * 30; at < end; at += 30)
    if (start + at * minute >= now.getTime() + hour) fits.push(at)
  const [nearest] = fits.toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual))
  return nearest === undefined ? null : new Date(start + nearest * minute)
}

function minutesOf(time: string | null): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time ?? '') ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
