import { day, hour, minute, second } from './durations.ts'

// Local times, from the zone data that both runtimes include. workdays.ts builds days and months on this.

type WallClock<T> = readonly [month: T, day: T, year: T, hour: T, minute: T, second: T]

/** The local time in the zone at that instant, as zero-padded digits. Throws a RangeError for an unknown zone. */
export function wallDigits(at: Date, zone: string): WallClock<string> {
  const [month, day, year, ...time] = wallNumbers(at, zone)
  return [two(month), two(day), String(year), ...time.map(two)] as unknown as WallClock<string>
}

export function wallNumbers(at: Date, zone: string): WallClock<number> {
  const wall = wallOf(at, zone)
  return [
    wall.getUTCMonth() + 1,
    wall.getUTCDate(),
    wall.getUTCFullYear(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  ]
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Local time expressed as if it were UTC, for spreadsheets, which know no zones. */
export function wallOf(at: Date, zone: string): Date {
  const instant = Math.floor(at.getTime() / second) * second
  return new Date(instant + offsetAt(instant, zone))
}

/** ISO 8601 with the zone's offset at that instant: 2026-11-07T14:05:00+08:00. */
export function isoIn(at: Date, zone: string): string {
  const minutes = offsetAt(at.getTime(), zone) / minute
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const offset = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return `${wallOf(at, zone).toISOString().slice(0, 19)}${offset}`
}

/**
 * The first instant at which the local time is `wall` (local time as if it were UTC, in milliseconds) or, where the
 * clocks skip it, the moment of the jump.
 */
export function firstInstantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - day, zone)
  const after = offsetAt(wall + day, zone)
  const early = wall - Math.max(before, after)
  const late = wall - Math.min(before, after)
  if (offsetAt(early, zone) === wall - early) return early
  if (offsetAt(late, zone) === wall - late) return late
  return jumpBetween(early, late, zone)
}

/** The second in (from, until] at which the offset first differs from that at `from`. */
function jumpBetween(from: number, until: number, zone: string): number {
  const offset = offsetAt(from, zone)
  let [same, changed] = [from / 1000, until / 1000]
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2)
    if (offsetAt(middle * 1000, zone) === offset) same = middle
    else changed = middle
  }
  return changed * 1000
}

/** Offsets of the UTC days that were asked for, by zone: null where the clocks change within the day. */
const offsets = new Map<string, Map<number, number | null>>()
/** Days of one zone in the table: some ten years. Asking Intl takes a hundred times as long as looking one up. */
const mostDays = 4000

/** Zones whose clocks have not changed since an instant: China's, of which a test asks Intl. */
const fixed = new Map([
  ['Asia/Shanghai', { since: Date.UTC(1991, 8, 15), offset: 8 * hour }],
  ['Asia/Urumqi', { since: Date.UTC(1991, 8, 15), offset: 6 * hour }],
])

/** Local time minus UTC at an instant of whole seconds, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const china = fixed.get(zone)
  if (china && instant >= china.since) return china.offset
  const known = offsets.get(zone) ?? new Map<number, number | null>()
  const utcDay = Math.floor(instant / day)
  const there = known.get(utcDay)
  if (typeof there === 'number') return there
  if (there === null) return offsetByIntl(instant, zone)

  const first = offsetByIntl(utcDay * day, zone)
  if (known.size >= mostDays) known.clear()
  known.set(utcDay, first === offsetByIntl((utcDay + 1) * day, zone) ? first : null)
  offsets.set(zone, known)
  return offsetAt(instant, zone)
}

function offsetByIntl(instant: number, zone: string): number {
  const digits = formatterFor(zone).format(new Date(instant)).split(/\D+/).map(Number)
  const [month, day, year, hour, minute, second] = digits as unknown as WallClock<number>
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}

// Creating a formatter takes a hundred times as long as using it.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known

  const two = '2-digit'
  const time = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: two, day: two, ...time })
  formatters.set(zone, made)
  return made
}
