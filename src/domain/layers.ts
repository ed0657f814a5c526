import type { Calendar, Day, SpecialDay } from './calendar.ts'
import { type HolidayRun, type Layer, nationalHolidays, type Region, regionalHolidays } from './holidays.ts'

type Layered = Pick<Calendar, 'special' | 'knownYears'>

export function byDay(days: readonly SpecialDay[]): ReadonlyMap<Day, SpecialDay> {
  return new Map(days.map((special) => [special.day, special]))
}

// Spread once, at the start: a calendar is made for every request.
const nation = nationalHolidays.flatMap((run) => daysOfRun(run, 'national'))

/** The special days of the nation alone, and of each region over the nation's. */
export const layers: Readonly<Record<Region | 'nation', Layered>> = {
  nation: { special: byDay(nation), knownYears: yearsOf(nation) },
  xinjiang: withRegion(regionalHolidays.xinjiang),
}

/** A year is known only when both the nation and the region have a block for it. */
function withRegion(runs: readonly HolidayRun[]): Layered {
  const region = runs.flatMap((run) => daysOfRun(run, 'regional'))
  const regionYears = yearsOf(region)
  const knownYears = [...yearsOf(nation)].filter((year) => regionYears.has(year))
  return { special: byDay([...nation, ...region]), knownYears: new Set(knownYears) }
}

function daysOfRun(run: HolidayRun, layer: Layer): SpecialDay[] {
  const { name, notice } = run
  const special = (day: Day, kind: 'rest' | 'work'): SpecialDay => {
    const plain = { day, kind, layer, notice, name }
    return run.provisional ? { ...plain, provisional: true } : plain
  }
  const rest = daysFrom(...run.rest).map((day) => special(day, 'rest'))
  return [...rest, ...(run.work ?? []).map((day) => special(day, 'work'))]
}

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let utc = Date.parse(first); utc <= Date.parse(last); utc += 86_400_000) {
    days.push(new Date(utc).toISOString().slice(0, 10))
  }
  return days
}

function yearsOf(days: readonly SpecialDay[]): ReadonlySet<number> {
  return new Set(days.map(({ day }) => Number(day.slice(0, 4))))
}
