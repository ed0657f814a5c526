import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  clockParts,
  endOfDay,
  isDay,
  isMonth,
  localDay,
  localMonth,
  midnight,
  monthBounds,
  nextMonth,
  previousMonth,
} from '#domain/time/workdays.ts'
import { wallDigits } from '#domain/time/zone.ts'

const zone = 'Asia/Shanghai'
const zones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'America/New_York',
  'Africa/Cairo',
  'America/Havana',
  'Australia/Lord_Howe',
]
const aZone = fc.constantFrom(...zones)
const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map((n) => addDays('2000-01-01', n))

describe('local time', () => {
  test('is what Intl says, also in the zones whose offset is in our own table', () => {
    const formatter = (timeZone: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    const formatters = new Map(zones.map((name) => [name, formatter(name)]))
    const anyInstant = fc.integer({ min: Date.UTC(1985, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })
    fc.assert(
      fc.property(aZone, anyInstant, (name, seconds) => {
        const at = new Date(seconds * 1000)
        const [month, day, year, ...time] = wallDigits(at, name)

        expect(`${year}-${month}-${day} ${time.join(':')}`).toBe(formatters.get(name)?.format(at))
      }),
      { numRuns: 2000 },
    )
  })

  test('a local day changes at 00:00:00, not a second before', () => {
    expect(localDay(new Date('2026-03-31T15:59:59Z'), zone)).toBe('2026-03-31')
    expect(localDay(new Date('2026-03-31T16:00:00Z'), zone)).toBe('2026-04-01')
    expect(localMonth(new Date('2026-03-31T15:59:59Z'), zone)).toBe('2026-03')
    expect(localMonth(new Date('2026-03-31T16:00:00Z'), zone)).toBe('2026-04')
  })

  test('a day begins at its midnight and ends a second before the next, in every zone', () => {
    fc.assert(
      fc.property(aZone, anyDay, (zone, day) => {
        const start = midnight(day, zone)
        const end = endOfDay(day, zone)

        expect(localDay(start, zone)).toBe(day)
        expect(localDay(new Date(start.getTime() - 1000), zone)).toBe(addDays(day, -1))
        expect(localDay(end, zone)).toBe(day)
        expect(end.getTime() + 1000).toBe(midnight(addDays(day, 1), zone).getTime())
      }),
      { numRuns: 300 },
    )
  })

  test('a day without a midnight begins when the clocks jump; one with two begins at the first', () => {
    expect(midnight('2024-04-26', 'Africa/Cairo')).toEqual(new Date('2024-04-25T22:00:00Z'))
    expect(clockParts(midnight('2024-04-26', 'Africa/Cairo'), 'Africa/Cairo')).toMatchObject({ hour: 1, minute: 0 })
    expect(midnight('2024-11-03', 'America/Havana')).toEqual(new Date('2024-11-03T04:00:00Z'))
  })

  test('a day that its zone left out begins when the next one does', () => {
    expect(midnight('2011-12-30', 'Pacific/Apia')).toEqual(midnight('2011-12-31', 'Pacific/Apia'))
    expect(localDay(endOfDay('2011-12-29', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-29')
  })

  test.each(zones)('the months of a year in %s follow each other without a gap', (zone) => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
    const bounds = months.map((month) => monthBounds(month, zone))

    expect(bounds.map(({ until }) => until)).toEqual([
      ...bounds.slice(1).map(({ from }) => from),
      midnight('2027-01-01', zone),
    ])
    expect(bounds.map(({ from }) => localDay(from, zone))).toEqual(months.map((month) => `${month}-01`))
    expect(bounds.map(({ until }) => localMonth(new Date(until.getTime() - 1), zone))).toEqual(months)
  })

  test('the parts of the clock are those of the wall in that zone', () => {
    const at = new Date('2026-02-28T18:05:59Z')

    expect(clockParts(at, zone)).toEqual({ year: 2026, month: 3, day: 1, hour: 2, minute: 5, weekday: 0 })
    expect(clockParts(at, 'Asia/Urumqi')).toEqual({ year: 2026, month: 3, day: 1, hour: 0, minute: 5, weekday: 0 })
    expect(clockParts(at, 'America/New_York')).toMatchObject({ month: 2, day: 28, hour: 13, weekday: 6 })
  })
})

describe('days and months', () => {
  test('only real dates are days and months', () => {
    const texts = [
      '2028-02-29',
      '2026-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-1-1',
      ' 2026-01-01',
      '2026-01-01T00',
      '',
    ]

    expect(texts.map(isDay)).toEqual([true, false, false, false, false, false, false, false])
    expect(['2026-12', '2026-13', '2026-00', '2026-1', '2026-01-01', ''].map(isMonth)).toEqual([
      ...[true, false, false],
      ...[false, false, false],
    ])
  })

  test('the next month and the previous one undo each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = day.slice(0, 7)

        expect(previousMonth(nextMonth(month))).toBe(month)
        expect(nextMonth(month) > month).toBe(true)
      }),
    )
    expect([nextMonth('2026-12'), previousMonth('2026-01')]).toEqual(['2027-01', '2025-12'])
  })
})

describe('the table of offsets', () => {
  // What Intl says, asked each time: the table may never differ from it.
  const byIntl = (at: Date, inZone: string) => {
    const digits = '2-digit'
    const time = { hour: digits, minute: digits, second: digits, hourCycle: 'h23' } as const
    const asked = { timeZone: inZone, year: 'numeric', month: digits, day: digits, ...time } as const
    return new Intl.DateTimeFormat('en-US', asked).format(at).split(/\D+/)
  }
  const instant = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })

  test('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(instant, aZone, (seconds, inZone) => {
        const at = new Date(seconds * 1000)
        expect(wallDigits(at, inZone)).toEqual(byIntl(at, inZone))
      }),
    )
  })

  test('agrees with Intl in every minute of a day on which the clocks change', () => {
    const midnightUtc = Date.UTC(2026, 2, 8)
    for (let minute = 0; minute < 24 * 60; minute++) {
      const at = new Date(midnightUtc + minute * 60_000 + 999)
      expect(wallDigits(at, 'America/New_York')).toEqual(byIntl(at, 'America/New_York'))
    }
  })

  test('refuses an unknown zone and a time that is none', () => {
    expect(() => wallDigits(new Date(0), 'Asia/Nowhere')).toThrow(RangeError)
    expect(() => wallDigits(new Date(Number.NaN), zone)).toThrow(RangeError)
  })
})
