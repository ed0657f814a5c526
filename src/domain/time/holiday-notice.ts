import { type EnteredHolidays, layerOf } from './holiday-layers.ts'
import { clashesOf, mostRuns, type RunFault, type TypedRun } from './holiday-runs.ts'
import type { Layer, Region } from './holidays.ts'
import { addDays, type Day, isDay } from './workdays.ts'

export type NewHolidayNotice = {
  readonly layer: Layer
  /** The year that a national or regional notice settles; null where it only adds its days. */
  readonly year: number | null
  /** Empty for a closure that was only announced on site. */
  readonly title: string
  readonly reference: string
  readonly issuedOn: Day
  readonly provisional: boolean
  readonly runs: readonly TypedRun[]
}

/** The circumstances by which an entered notice is judged. */
export type Ground = {
  /** Entered for all communities by an administrator. */
  readonly isForAll: boolean
  readonly region: Region | null
  /** In force for that community or for all, oldest first. */
  readonly entered: readonly (EnteredHolidays & { readonly isForAll: boolean })[]
  readonly today: Day
}

type FieldFault =
  | 'no-title'
  | 'no-such-day'
  | 'ahead'
  | 'no-year'
  | 'far-year'
  | 'no-region'
  | 'known'
  | 'no-days'
  | 'too-many'
export type HolidayNoticeFaults = {
  readonly layer?: FieldFault
  readonly year?: FieldFault
  readonly title?: FieldFault
  readonly issuedOn?: FieldFault
  readonly days?: FieldFault
  readonly runs: readonly RunFault[]
}

/** All reasons to refuse a notice, by field; null where there is none. */
export function faultsOfHolidayNotice(notice: NewHolidayNotice, ground: Ground): HolidayNoticeFaults | null {
  const { layer, title, issuedOn, runs } = notice
  const isOwn = layer === 'community'
  const year = isOwn ? undefined : yearFault(notice, ground)
  const faults: HolidayNoticeFaults = {
    ...((isOwn && ground.isForAll) || (layer === 'regional' && !ground.region) ? { layer: 'no-region' } : {}),
    ...(year ? { year } : {}),
    ...(title || isOwn ? {} : { title: 'no-title' }),
    ...(isDay(issuedOn) ? (issuedOn > ground.today ? { issuedOn: 'ahead' } : {}) : { issuedOn: 'no-such-day' }),
    ...(runs.length ? (runs.length > mostRuns ? { days: 'too-many' } : {}) : { days: 'no-days' }),
    runs: year ? [] : clashesOf(runs, limitsOf(notice, ground)),
  }
  return faults.runs.length || Object.keys(faults).length > 1 ? faults : null
}

/**
 * A secretary may settle a year for her own community only while it is not settled for all, or only by an estimate;
 * otherwise she has to ask the administrator. She may correct her own entries.
 */
function yearFault({ layer, year }: NewHolidayNotice, { isForAll, region, entered, today }: Ground): FieldFault | null {
  if (year === null) return isForAll ? null : 'no-year'
  const thisYear = Number(today.slice(0, 4))
  if (!(year >= thisYear - 1 && year <= thisYear + 2)) return 'far-year'
  if (isForAll) return null
  const others = layerOf(
    layer,
    region,
    entered.filter((one) => one.isForAll),
  )
  const isEstimate = [...others.days.values()].some(({ day, provisional }) => provisional && day.startsWith(`${year}`))
  return others.years.has(year) && !isEstimate ? 'known' : null
}

/**
 * A year's notice may reach into the neighbouring years (New Year); a closure may be entered soon after it, or up to
 * two years ahead.
 */
function limitsOf({ layer, year }: NewHolidayNotice, { region, entered, today }: Ground) {
  const settled = { layer, year, provisional: false, notice: '', runs: [] }
  const { days } = layerOf(layer, region, [...entered, settled])
  const isTaken = (day: Day) => days.has(day)
  return year === null
    ? { isTaken, from: addDays(today, -31), until: addDays(today, 731) }
    : { isTaken, from: `${year - 1}-12-01`, until: `${year + 1}-01-31` }
}
