import { day as oneDay } from './durations.ts'
import { type HolidayRun, type Layer, nationalHolidays, type Region, regionalHolidays } from './holidays.ts'
import type { Calendar, Day, SpecialDay } from './workdays.ts'

type Layered = Pick<Calendar, 'special' | 'knownYears'>

/** A run of days off, or of days worked, as it was entered; first and last day inclusive. */
export type EnteredRun = {
  readonly day: Day
  readonly until: Day
  readonly kind: 'rest' | 'work'
  /** A festival's code, or the words as typed. */
  readonly name: string
}

/** A notice later than the built-in ones. A regional notice is only passed where the community is in that region. */
export type EnteredHolidays = {
  readonly layer: Layer
  /** The year it settles, replacing all that its layer had for that year; null where it only adds its days. */
  readonly year: number | null
  readonly provisional: boolean
  /** As pages show it: a code, or title and number as typed. */
  readonly notice: string
  readonly runs: readonly EnteredRun[]
}

/** One layer alone: its days, and the years that it settles. */
type OneLayer = { readonly days: ReadonlyMap<Day, SpecialDay>; readonly years: ReadonlySet<number> }

const builtIn = {
  national: layerFrom(nationalHolidays, 'national'),
  xinjiang: layerFrom(regionalHolidays.xinjiang, 'regional'),
}
const none: OneLayer = { days: new Map(), years: new Set() }

// Combined once at the start: a calendar is made for every request, and few communities have entries of their own.
const plain: Readonly<Record<Region | 'nation', Layered>> = {
  nation: over(builtIn.national, null, none),
  xinjiang: over(builtIn.national, builtIn.xinjiang, none),
}

/**
 * The special days of a community: its own layer over the region's over the nation's. `entered` is in the order in
 * which it was made.
 */
function layersOf(region: Region | null, entered: readonly EnteredHolidays[]): Layered {
  if (!entered.length) return plain[region ?? 'nation']

  const national = layerOf('national', region, entered)
  const regional = region && layerOf('regional', region, entered)
  return over(national, regional, layerOf('community', region, entered))
}

/**
 * The community's entries take precedence over the region's, and the region's over the nation's, in both directions: a
 * regional day off on a national make-up workday is a day off, because the region writes its notice knowing the
 * national one.
 */
export function calendarOf(place: {
  readonly zone: string
  readonly region: Region | null
  /** In the order in which they were made. */
  readonly entered?: readonly EnteredHolidays[]
}): Calendar {
  return { zone: place.zone, ...layersOf(place.region, place.entered ?? []) }
}

/** One layer with its entries: a notice that settles a year replaces all that the layer had for that year. */
export function layerOf(layer: Layer, region: Region | null, entered: readonly EnteredHolidays[]): OneLayer {
  const base = layer === 'national' ? builtIn.national : layer === 'regional' && region ? builtIn[region] : none
  const days = new Map(base.days)
  const settles = new Map([...days].map(([day]) => [day, yearOf(day)]))
  const years = new Set(base.years)
  for (const notice of entered) {
    if (notice.layer !== layer) continue
    if (notice.year !== null) {
      for (const [day, year] of settles) if (year === notice.year) days.delete(day)
      years.add(notice.year)
    }
    for (const special of daysOf(notice)) {
      days.set(special.day, special)
      settles.set(special.day, notice.year ?? yearOf(special.day))
    }
  }
  return { days, years }
}

/** A year is known only if both the nation and the region have settled it. */
function over(national: OneLayer, regional: OneLayer | null, community: OneLayer): Layered {
  const years = regional ? [...national.years].filter((year) => regional.years.has(year)) : national.years
  return {
    special: new Map([...national.days, ...(regional?.days ?? []), ...community.days]),
    knownYears: new Set(years),
  }
}

function layerFrom(runs: readonly HolidayRun[], layer: Layer): OneLayer {
  const days = runs.flatMap(({ name, notice, rest: [day, until], work = [], provisional = false }) => {
    const rest = { day, until, kind: 'rest', name } as const
    const worked = work.map((one) => ({ day: one, until: one, kind: 'work', name }) as const)
    return daysOf({ layer, year: null, provisional, notice, runs: [rest, ...worked] })
  })
  return {
    days: new Map(days.map((special) => [special.day, special])),
    years: new Set(days.map(({ day }) => yearOf(day))),
  }
}

/** The runs as single days. */
function daysOf({ layer, notice, provisional, runs }: EnteredHolidays): readonly SpecialDay[] {
  return runs.flatMap(({ day: first, until, kind, name }) =>
    daysFrom(first, until).map((day) => {
      const special = { day, kind, layer, notice, name }
      return provisional ? { ...special, provisional: true } : special
    }),
  )
}

/** Every day from the first to the last, both inclusive; none where the last is before the first. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = []
  for (let utc = Date.parse(first); utc <= Date.parse(last); utc += oneDay)
    days.push(new Date(utc).toISOString().slice(0, 10))
  return days
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
