import { day as oneDay } from './durations.ts'
import { type Layer, statutoryDays } from './holidays.ts'
import { firstInstantOf, wallDigits, wallNumbers } from './zone.ts'

/** A local day, 'YYYY-MM-DD'. */
export type Day = string
/** A local month, 'YYYY-MM'. */
export type Month = string
/** 0 is Sunday. */
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** A day that differs from its weekday. `name` and `notice` are codes whose words are in text, or words as typed. */
export type SpecialDay = {
  readonly day: Day
  readonly kind: 'rest' | 'work'
  readonly layer: Layer
  readonly notice: string
  readonly name: string
  /** The date was calculated, not read in a notice. */
  readonly provisional?: true
}

export type Calendar = {
  readonly zone: string
  readonly special: ReadonlyMap<Day, SpecialDay>
  /** Years for which every layer of this calendar has a notice, or an estimate that is marked as one. */
  readonly knownYears: ReadonlySet<number>
}

/** The calendar's entry for this day; undefined on a day without one. */
export function specialDay(cal: Calendar, day: Day): SpecialDay | undefined {
  return cal.special.get(day) ?? (cal.knownYears.has(yearOf(day)) ? undefined : statutoryDay(day))
}

export function isWorkday(cal: Calendar, day: Day): boolean {
  const special = specialDay(cal, day)
  return special ? special.kind === 'work' : !isWeekend(day)
}

/** The first day that is a workday in one of them only; null where they agree on every day. */
export function firstDifference(one: Calendar, other: Calendar): Day | null {
  const statutory = [...one.knownYears, ...other.knownYears].flatMap((year) =>
    one.knownYears.has(year) === other.knownYears.has(year)
      ? []
      : [...statutoryDays.keys()].map((day) => `${year}-${day}`),
  )
  const days = new Set([...one.special.keys(), ...other.special.keys(), ...statutory])
  return [...days].filter((day) => isWorkday(one, day) !== isWorkday(other, day)).sort()[0] ?? null
}

/** The nth working day after `start`, which itself does not count. */
export function addWorkdays(cal: Calendar, start: Day, n: number): Day {
  const known = dueDays.get(cal) ?? new Map<string, Day>()
  dueDays.set(cal, known)
  const key = `${start} ${n}`
  const due = known.get(key) ?? explainWorkdays(cal, start, n).due
  if (known.size >= mostDueDays) known.clear()
  known.set(key, due)
  return due
}

/** Found by each calendar: a page asks for the same few days again and again. */
const dueDays = new WeakMap<Calendar, Map<string, Day>>()
const mostDueDays = 4000

type SkippedDay = { readonly day: Day; readonly why: 'weekend' | SpecialDay }

/**
 * The due day and the days skipped on the way to it. `provisional`: one of the days on the way is an estimate, or in a
 * year without a notice, so that a later notice may move the date. Throws a RangeError unless `n` is a whole number
 * from 0.
 */
export function explainWorkdays(
  cal: Calendar,
  start: Day,
  n: number,
): { readonly due: Day; readonly skipped: readonly SkippedDay[]; readonly provisional: boolean } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`working days must be a whole number from 0, not ${n}`)

  const skipped: SkippedDay[] = []
  let provisional = false
  let due = start
  for (let counted = 0; counted < n; ) {
    due = addDays(due, 1)
    const special = specialDay(cal, due)
    provisional ||= special?.provisional === true || !cal.knownYears.has(yearOf(due))
    if (special ? special.kind === 'work' : !isWeekend(due)) counted += 1
    else skipped.push({ day: due, why: special ?? 'weekend' })
  }
  return { due, skipped, provisional }
}

/** The last second of the nth working day after the local day of `start`: anything at or before it is in time. */
export function dueAt(cal: Calendar, start: Date, n: number): Date {
  return endOfDay(addWorkdays(cal, localDay(start, cal.zone), n), cal.zone)
}

/** The local day at that instant, in a zone such as Asia/Shanghai: `2026-11-07`. */
export function localDay(at: Date, zone: string): Day {
  const [month, day, year] = wallDigits(at, zone)
  return `${year}-${month}-${day}`
}

export function localMonth(at: Date, zone: string): Month {
  return localDay(at, zone).slice(0, 7)
}

/** Numbers of the local time, for formatting: `month` from 1, `weekday` from 0 for Sunday. */
export function clockParts(at: Date, zone: string) {
  const [month, day, year, hour, minute] = wallNumbers(at, zone)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() as Weekday
  return { year, month, day, hour, minute, weekday }
}

/**
 * The first instant of the local day. Where the clocks skip midnight it is the moment they jump; where midnight comes
 * twice, the first one. A day that a zone left out altogether begins when the next one does.
 */
export function midnight(day: Day, zone: string): Date {
  return new Date(firstInstantOf(utcOf(day), zone))
}

/** 23:59:59, the last whole second of the local day. */
export function endOfDay(day: Day, zone: string): Date {
  return new Date(midnight(addDays(day, 1), zone).getTime() - 1000)
}

/** `until` is exclusive: the first instant of the next month. */
export function monthBounds(month: Month, zone: string): { readonly from: Date; readonly until: Date } {
  return { from: midnight(`${month}-01`, zone), until: midnight(`${nextMonth(month)}-01`, zone) }
}

export function addDays(day: Day, n: number): Day {
  return dayOf(utcOf(day) + n * oneDay)
}

/** The day `n` months earlier: the same date, or the last of a shorter month. */
export function monthsBefore(day: Day, n: number): Day {
  let month = day.slice(0, 7)
  for (let left = n; left > 0; left--) month = previousMonth(month)
  const last = addDays(`${nextMonth(month)}-01`, -1)
  const same = `${month}-${day.slice(8)}`
  return same < last ? same : last
}

export function nextMonth(month: Month): Month {
  return addDays(`${month}-01`, 31).slice(0, 7)
}

export function previousMonth(month: Month): Month {
  return addDays(`${month}-01`, -1).slice(0, 7)
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): Weekday {
  return new Date(utcOf(day)).getUTCDay() as Weekday
}

/** Real dates only: 2026-02-29 is refused. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const utc = utcOf(text)
  return !Number.isNaN(utc) && dayOf(utc) === text
}

export function isMonth(text: string): boolean {
  return isDay(`${text}-01`)
}

function statutoryDay(day: Day): SpecialDay | undefined {
  const name = statutoryDays.get(day.slice(5))
  return name === undefined ? undefined : { day, kind: 'rest', layer: 'national', notice: 'cn-regulation', name }
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function utcOf(day: Day): number {
  return Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
}

function dayOf(utc: number): Day {
  return new Date(utc).toISOString().slice(0, 10)
}
