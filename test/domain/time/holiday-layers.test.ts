import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EnteredHolidays } from '#domain/time/holiday-layers.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import type { Layer } from '#domain/time/holidays.ts'
import {
  addDays,
  addWorkdays,
  type Day,
  dueAt,
  explainWorkdays,
  firstDifference,
  isWorkday,
  specialDay,
} from '#domain/time/workdays.ts'

const zone = 'Asia/Shanghai'
const run = (kind: 'rest' | 'work', day: Day, until: Day = day, name = 'closure') => ({ kind, day, until, name })
const notice = (layer: Layer, year: number | null, ...runs: EnteredHolidays['runs']): EnteredHolidays => ({
  ...{ layer, year, runs, provisional: false, notice: `${layer} ${year ?? ''}`.trim() },
})
const placeWith = (...entered: readonly EnteredHolidays[]) => calendarOf({ zone, region: 'xinjiang', entered })

// As they might be put by the notices of that year.
const nation2027 = notice(
  'national',
  2027,
  run('rest', '2027-01-01', '2027-01-03', 'new-year'),
  run('rest', '2027-02-05', '2027-02-11', 'spring-festival'),
  run('work', '2027-02-13', '2027-02-13', 'spring-festival'),
)
const region2027 = notice('regional', 2027, run('rest', '2027-03-10', '2027-03-10', 'eid-al-fitr'))

describe('a year without a notice', () => {
  test('is known as soon as the nation’s and the region’s are both entered, and no sooner', () => {
    expect(placeWith(nation2027).knownYears.has(2027)).toBe(false)
    expect(placeWith(region2027).knownYears.has(2027)).toBe(false)
    expect(placeWith(nation2027, region2027).knownYears.has(2027)).toBe(true)
    expect(calendarOf({ zone, region: null, entered: [nation2027] }).knownYears.has(2027)).toBe(true)
  })

  test('is provisional before and settled afterwards, over the year’s end too', () => {
    expect(explainWorkdays(placeWith(), '2026-12-30', 3)).toMatchObject({ due: '2027-01-05', provisional: true })
    expect(explainWorkdays(placeWith(nation2027, region2027), '2026-12-30', 3)).toMatchObject({
      due: '2027-01-05',
      provisional: false,
    })
  })

  test('keeps the days fixed by the regulation until then, and loses them where its notice says otherwise', () => {
    expect(specialDay(placeWith(nation2027), '2027-10-01')?.notice).toBe('cn-regulation')
    expect(specialDay(placeWith(nation2027, region2027), '2027-10-01')).toBeUndefined()
  })

  test('settles nothing by a notice that only adds its days', () => {
    const extra = notice('national', null, run('rest', '2027-09-03'))

    expect(placeWith(extra).knownYears.has(2027)).toBe(false)
    expect(isWorkday(placeWith(extra), '2027-09-03')).toBe(false)
  })
})

describe('a notice that settles a year', () => {
  const regional2026 = notice('regional', 2026, run('rest', '2026-03-21', '2026-03-21', 'eid-al-fitr'))

  test('takes the place of what its layer said of that year, and of no other layer or year', () => {
    const before = placeWith()
    const after = placeWith(regional2026)

    expect(specialDay(before, '2026-03-20')?.provisional).toBe(true)
    expect(specialDay(after, '2026-03-20')).toBeUndefined()
    expect(specialDay(after, '2026-03-21')).toMatchObject({ notice: 'regional 2026', layer: 'regional' })
    expect(specialDay(after, '2025-03-31')?.notice).toBe('xj-2025')
    expect(specialDay(after, '2026-10-01')?.notice).toBe('cn-2026')
  })

  test('makes a date certain that an estimate had left open', () => {
    const certain = notice('regional', 2026, run('rest', '2026-03-20', '2026-03-20', 'eid-al-fitr'))

    expect(explainWorkdays(placeWith(), '2026-03-19', 1).provisional).toBe(true)
    expect(explainWorkdays(placeWith(certain), '2026-03-19', 1)).toMatchObject({
      due: '2026-03-23',
      provisional: false,
    })
  })

  test('gives way to a later one of the same year, with its days of the year before', () => {
    const early = notice('national', 2027, run('rest', '2026-12-31', '2027-01-02', 'new-year'))

    expect(isWorkday(placeWith(early), '2026-12-31')).toBe(false)
    expect(isWorkday(placeWith(early, nation2027), '2026-12-31')).toBe(true)
    expect(isWorkday(placeWith(nation2027, early), '2027-02-10')).toBe(true)
  })

  test('marks its days as provisional where it says so itself', () => {
    const cal = placeWith({ ...nation2027, provisional: true }, region2027)

    expect(explainWorkdays(cal, '2027-02-04', 1)).toMatchObject({ due: '2027-02-12', provisional: true })
    expect(explainWorkdays(cal, '2027-04-05', 1).provisional).toBe(false)
  })
})

describe('a community’s own days', () => {
  const closed = notice('community', null, run('rest', '2026-11-16', '2026-11-18', 'burst pipe'))

  test('rest there and nowhere else, each with its own words and notice', () => {
    const { due, skipped } = explainWorkdays(placeWith(closed), '2026-11-13', 1)

    expect(due).toBe('2026-11-19')
    expect(skipped.slice(2).map(({ why }) => why)).toEqual(
      ['2026-11-16', '2026-11-17', '2026-11-18'].map((day) => ({
        ...{ day, kind: 'rest', layer: 'community', notice: 'community', name: 'burst pipe' },
      })),
    )
    expect(addWorkdays(placeWith(), '2026-11-13', 1)).toBe('2026-11-16')
  })

  test('begin and end at the local midnight: a claim of 23:59:59 and one of 00:00:00', () => {
    const cal = placeWith(closed)

    expect(dueAt(cal, new Date('2026-11-15T23:59:59+08:00'), 1)).toEqual(new Date('2026-11-19T23:59:59+08:00'))
    expect(dueAt(cal, new Date('2026-11-19T00:00:00+08:00'), 1)).toEqual(new Date('2026-11-20T23:59:59+08:00'))
  })

  test('may open a weekend or a holiday, and change no year from unknown to known', () => {
    const open = notice('community', null, run('work', '2026-11-14'), run('work', '2027-01-01'))

    expect(isWorkday(placeWith(open), '2026-11-14')).toBe(true)
    expect(isWorkday(placeWith(open), '2027-01-01')).toBe(true)
    expect(placeWith(open).knownYears.has(2027)).toBe(false)
  })
})

describe('the first day on which two calendars differ', () => {
  test('is none between equal ones, and the closed day otherwise, whichever way they are asked', () => {
    const closed = placeWith(notice('community', null, run('rest', '2026-11-14', '2026-11-17')))

    expect(firstDifference(placeWith(), placeWith())).toBeNull()
    // 14 and 15 November are a weekend: closing them changes nothing.
    expect(firstDifference(placeWith(), closed)).toBe('2026-11-16')
    expect(firstDifference(closed, placeWith())).toBe('2026-11-16')
  })

  test('sees a day of the regulation that a notice leaves out', () => {
    const spring = notice('national', 2027, run('rest', '2027-02-06', '2027-02-07'))

    expect(firstDifference(placeWith(region2027), placeWith(region2027, spring))).toBe('2027-01-01')
  })

  test('no deadline before it moves', () => {
    const anyRun = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 12 }), fc.constantFrom('rest', 'work'))
      .map(([from, length, kind]) =>
        run(kind as 'rest' | 'work', addDays('2026-09-01', from), addDays('2026-09-01', from + length)),
      )
    const anyNotice = fc
      .tuple(
        fc.constantFrom<Layer>('national', 'regional', 'community'),
        fc.constantFrom(null, 2026, 2027),
        fc.array(anyRun),
      )
      .map(([layer, year, runs]) => notice(layer, layer === 'community' ? null : year, ...runs))

    fc.assert(
      fc.property(
        fc.array(anyNotice, { maxLength: 3 }),
        anyNotice,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 20 }),
        (entered, added, start, n) => {
          const [before, after] = [placeWith(...entered), placeWith(...entered, added)]
          const from = addDays('2026-09-01', start)
          const due = addWorkdays(before, from, n)
          const first = firstDifference(before, after)
          if (first === null || due < first) expect(addWorkdays(after, from, n)).toBe(due)
        },
      ),
    )
  })
})
