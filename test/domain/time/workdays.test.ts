import { getDayDetail } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import {
  addDays,
  addWorkdays,
  dueAt,
  explainWorkdays,
  isWorkday,
  type SpecialDay,
  specialDay,
  weekdayOf,
} from '#domain/time/workdays.ts'
import { calendarEn } from '#text/en/community/calendar-text.ts'
import { calendarZh } from '#text/zh/community/calendar-text.ts'

const zone = 'Asia/Shanghai'
const national = calendarOf({ zone, region: null })
const xinjiang = calendarOf({ zone, region: 'xinjiang' })

const days = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((n) => addDays(from, n))
const workDay = days('2024-06-01', 365 * 4)
const anyCalendar = fc.constantFrom(national, xinjiang)
const count = fc.integer({ min: 1, max: 40 })

describe('check values of the rules', () => {
  test.each([
    ['2025-09-26', 5, '2025-10-10', '2025-10-10'],
    ['2025-09-30', 3, '2025-10-11', '2025-10-11'],
    ['2025-12-30', 3, '2026-01-05', '2026-01-05'],
    ['2025-03-28', 3, '2025-04-02', '2025-04-03'],
    ['2025-06-04', 5, '2025-06-11', '2025-06-16'],
    ['2025-06-05', 3, '2025-06-10', '2025-06-13'],
    ['2026-02-13', 7, '2026-03-02', '2026-03-02'],
    ['2026-04-30', 3, '2026-05-08', '2026-05-08'],
  ])('%s and %i working days make %s, in Xinjiang %s', (start, n, due, dueInXinjiang) => {
    expect(addWorkdays(national, start, n)).toBe(due)
    expect(addWorkdays(xinjiang, start, n)).toBe(dueInXinjiang)
  })
})

describe('the table', () => {
  const everyDay = Array.from({ length: 730 }, (_, i) => addDays('2025-01-01', i))

  test('agrees with an independent library on every day of 2025 and 2026, and on the festival', () => {
    const ours = everyDay.map((day) => [day, isWorkday(national, day), festivalOf(specialDay(national, day))])
    const theirs = everyDay.map((day) => {
      const { work, name } = getDayDetail(day)
      return [day, work, name.split(',')[1] ?? null]
    })

    expect(ours).toEqual(theirs)
  })

  // The library writes two festivals without their last character.
  const festivalOf = (special: SpecialDay | undefined) =>
    special ? calendarZh.festival(special.name).replace(/^(清明|端午|中秋)节$/, '$1') : null

  test('every festival and notice has words in both languages', () => {
    for (const { name, notice } of [...xinjiang.special.values(), specialDay(national, '2031-10-01')!]) {
      for (const text of [calendarZh, calendarEn]) {
        expect(text.festival(name)).not.toBe(name)
        expect(text.notice(notice)).not.toBe(notice)
      }
    }
  })

  test('Xinjiang adds its days to the nation’s and takes none away', () => {
    const differing = everyDay.filter((day) => isWorkday(national, day) !== isWorkday(xinjiang, day))

    expect(differing).toEqual([
      ...['2025-03-31', '2025-06-06', '2025-06-09', '2025-06-10'],
      ...['2026-03-20', '2026-05-27', '2026-05-28', '2026-05-29'],
    ])
  })

  test('a community’s word goes before the region’s and the nation’s, in both directions', () => {
    const run = (day: string, kind: 'rest' | 'work') => ({ day, until: day, kind, name: 'closure' })
    const closures = [run('2025-10-11', 'rest'), run('2025-06-09', 'work'), run('2026-07-15', 'rest')]
    const notice = { layer: 'community', year: null, provisional: false, notice: 'community', runs: closures } as const
    const own = calendarOf({ zone, region: 'xinjiang', entered: [notice] })

    expect(closures.map(({ day }) => isWorkday(xinjiang, day))).toEqual([true, false, true])
    expect(closures.map(({ day }) => isWorkday(own, day))).toEqual([false, true, false])
  })
})

describe('counting working days', () => {
  test('a due day is a working day after the start, with exactly n working days up to it', () => {
    fc.assert(
      fc.property(anyCalendar, workDay, count, (cal, start, n) => {
        const due = addWorkdays(cal, start, n)
        let counted = 0
        for (let day = addDays(start, 1); day <= due; day = addDays(day, 1)) if (isWorkday(cal, day)) counted += 1

        expect(isWorkday(cal, due)).toBe(true)
        expect(due > start).toBe(true)
        expect(counted).toBe(n)
      }),
    )
  })

  test('one working day more is always later, and a later start never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, workDay, count, (cal, start, n) => {
        expect(addWorkdays(cal, start, n + 1) > addWorkdays(cal, start, n)).toBe(true)
        expect(addWorkdays(cal, addDays(start, 1), n) >= addWorkdays(cal, start, n)).toBe(true)
      }),
    )
  })

  test('the explanation names every day that did not count, and why', () => {
    const { due, skipped, provisional } = explainWorkdays(xinjiang, '2025-06-05', 3)

    expect(due).toBe('2025-06-13')
    expect(skipped.map(({ day }) => day)).toEqual([6, 7, 8, 9, 10].map((d) => `2025-06-${String(d).padStart(2, '0')}`))
    expect(skipped[0]?.why).toMatchObject({ name: 'corban', notice: 'xj-2025', layer: 'regional' })
    expect(explainWorkdays(national, '2026-07-10', 1).skipped.map(({ why }) => why)).toEqual(['weekend', 'weekend'])
    expect(provisional).toBe(false)
  })

  test('a claim at 23:59:59 and one at 00:00:00 are due a working day apart, at 23:59:59', () => {
    expect(dueAt(national, new Date('2026-07-13T15:59:59Z'), 1)).toEqual(new Date('2026-07-14T15:59:59Z'))
    expect(dueAt(national, new Date('2026-07-13T16:00:00Z'), 1)).toEqual(new Date('2026-07-15T15:59:59Z'))
  })

  test('no working days is the start itself; a fraction or a negative number is refused', () => {
    expect(addWorkdays(national, '2026-07-11', 0)).toBe('2026-07-11')
    expect(() => addWorkdays(national, '2026-07-11', -1)).toThrow(RangeError)
    expect(() => addWorkdays(national, '2026-07-11', 1.5)).toThrow(RangeError)
  })
})

describe('what no notice has settled yet', () => {
  test('a date is provisional as soon as it passes into a year without a notice', () => {
    expect(explainWorkdays(xinjiang, '2026-12-28', 3)).toEqual({ due: '2026-12-31', skipped: [], provisional: false })
    expect(explainWorkdays(xinjiang, '2026-12-28', 4)).toMatchObject({ due: '2027-01-04', provisional: true })
  })

  test('there only weekends and the days fixed by the regulation are off', () => {
    const off = Array.from({ length: 365 }, (_, i) => addDays('2027-01-01', i)).filter(
      (day) => !isWorkday(national, day) && weekdayOf(day) % 6 !== 0,
    )

    // 1 and 2 May and 2 and 3 October 2027 are weekend days.
    expect(off).toEqual(['2027-01-01', '2027-10-01'])
    expect(['2027-05-01', '2027-05-02', '2027-10-03'].map((day) => specialDay(national, day)?.notice)).toEqual(
      Array(3).fill('cn-regulation'),
    )
  })

  test('a computed festival makes the dates after it provisional, in that region only', () => {
    expect(explainWorkdays(xinjiang, '2026-03-19', 1)).toMatchObject({ due: '2026-03-23', provisional: true })
    expect(explainWorkdays(national, '2026-03-19', 1)).toMatchObject({ due: '2026-03-20', provisional: false })
    expect(explainWorkdays(xinjiang, '2026-06-01', 3).provisional).toBe(false)
  })
})
