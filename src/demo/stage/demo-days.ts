import { minute } from '#domain/time/durations.ts'
import {
  addDays,
  addWorkdays,
  type Calendar,
  clockParts,
  type Day,
  endOfDay,
  isWorkday,
  localDay,
  midnight,
} from '#domain/time/workdays.ts'

/** Local days and hours around the demo's present, so that the story works on any day. */
export function daysAround(now: Date, calendar: Calendar) {
  const { zone } = calendar
  const today = localDay(now, zone)
  const current = isWorkday(calendar, today) ? today : addWorkdays(calendar, today, 1)
  const past: Day[] = [current]
  for (let day = addDays(today, -1); past.length < 120; day = addDays(day, -1))
    if (isWorkday(calendar, day)) past.push(day)

  /** A local hour of a day; 10.5 is half past ten. */
  const at = (day: Day, hour: number): Date => new Date(midnight(day, zone).getTime() + Math.round(hour * 60) * minute)
  /** 0 is today or, where today is off, the next working day; n the nth working day before today. */
  const workday = (n: number): Day => past[n] as Day

  return {
    now,
    today,
    calendar,
    at,
    workday,
    dayOf: (instant: Date): Day => localDay(instant, zone),
    /** The nth working day after an instant's day. */
    workdayAfter: (instant: Date, n: number): Day => addWorkdays(calendar, localDay(instant, zone), n),
    /** When the clock has taken an overdue claim back: half a minute after the working day of grace. */
    afterGrace: (due: Date): Date =>
      new Date(endOfDay(addWorkdays(calendar, localDay(due, zone), 1), zone).getTime() + 31_000),
    /** The coming Saturday, never today. */
    saturday: (): Day => {
      let day = addDays(today, 1)
      while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 6) day = addDays(day, 1)
      return day
    },
    /** That many minutes ago; outside working and waking hours, the evening of the last working day. */
    justNow: (minutes: number): Date => {
      const then = new Date(now.getTime() - minutes * minute)
      const { hour } = clockParts(then, zone)
      return hour >= 10 && hour < 20 ? then : at(workday(1), 19 - minutes / 60)
    },
    /** The number of working days between the first day of the story, three months ago, and today. */
    length: past.filter((day) => day >= addDays(today, -91)).length - 1,
  }
}
export type Days = ReturnType<typeof daysAround>
