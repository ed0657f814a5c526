import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingOpens, counterDay, counterDays } from '#domain/counter/counter-days.ts'
import { clockOf, freeSlots, slotLengths, unitsOf } from '#domain/counter/counter-slots.ts'
import { calendarOf, type EnteredHolidays } from '#domain/time/holiday-layers.ts'
import { addDays, weekdayOf } from '#domain/time/workdays.ts'

const zone = 'Asia/Shanghai'
const rules = {
  ...{ counterDesks: 1, counterFrom: 10.5, counterUntil: 13.5, counterBookFrom: 10, counterBookUntil: 18.5 },
  counterWeeks: 2,
}
const notice = (layer: EnteredHolidays['layer'], year: number | null, ...runs: EnteredHolidays['runs']) => ({
  ...{ layer, year, provisional: false, notice: 'entered', runs },
})
const run = (kind: 'rest' | 'work', day: string, until: string, name: string) => ({ kind, day, until, name })
/** A notice for 2027 as a secretary may enter it, the region's, and a closure of the community. */
const entered: readonly EnteredHolidays[] = [
  notice(
    'national',
    2027,
    run('rest', '2027-01-01', '2027-01-03', 'new-year'),
    run('rest', '2027-02-05', '2027-02-11', 'spring-festival'),
    run('work', '2027-02-13', '2027-02-13', 'spring-festival'),
    run('rest', '2027-04-03', '2027-04-05', 'tomb-sweeping'),
    run('rest', '2027-05-01', '2027-05-05', 'labour-day'),
    run('work', '2027-05-08', '2027-05-08', 'labour-day'),
    run('rest', '2027-10-01', '2027-10-07', 'national-day'),
  ),
  notice('regional', 2027, run('rest', '2027-03-10', '2027-03-13', 'eid-al-fitr')),
  notice('community', null, run('rest', '2027-06-12', '2027-06-12', '搬家')),
]
const calendar = calendarOf({ zone, region: 'xinjiang', entered })

/** Read in the notices by hand: all Saturdays of 2026 and 2027 without a counter. */
const closed: Readonly<Record<string, string>> = {
  '2026-01-03': 'holiday',
  '2026-02-14': 'makeup',
  '2026-02-21': 'holiday',
  '2026-02-28': 'makeup',
  '2026-04-04': 'holiday',
  '2026-05-02': 'holiday',
  '2026-05-09': 'makeup',
  '2026-06-20': 'holiday',
  '2026-09-26': 'holiday',
  '2026-10-03': 'holiday',
  '2026-10-10': 'makeup',
  '2027-01-02': 'holiday',
  '2027-02-06': 'holiday',
  '2027-02-13': 'makeup',
  '2027-03-13': 'holiday',
  '2027-04-03': 'holiday',
  '2027-05-01': 'holiday',
  '2027-05-08': 'makeup',
  '2027-06-12': 'closure',
  '2027-10-02': 'holiday',
}

describe('the weekend counter', () => {
  test('is open every Saturday of 2026 and 2027, but on those in the notices, with their reasons', () => {
    const found: Record<string, string> = {}
    for (let day = '2026-01-03'; day < '2028'; day = addDays(day, 7)) {
      const { closed: why } = counterDay(calendar, day)
      if (why) found[day] = why.why
    }
    expect(found).toEqual(closed)
  })

  test('offers the next two Saturdays, never today, and a later one if both are closed', () => {
    const at = (when: string) => counterDays(calendar, new Date(when), rules).map((one) => [one.day, one.closed?.why])
    expect(at('2026-11-25T12:00:00+08:00')).toEqual([
      ['2026-11-28', undefined],
      ['2026-12-05', undefined],
    ])
    expect(at('2026-11-28T00:00:00+08:00')).toEqual([
      ['2026-12-05', undefined],
      ['2026-12-12', undefined],
    ])
    expect(at('2026-02-20T23:59:59+08:00')).toEqual([
      ['2026-02-21', 'holiday'],
      ['2026-02-28', 'makeup'],
      ['2026-03-07', undefined],
    ])
  })

  test('takes bookings from the page on Monday to Thursday in the hours of the rules, and says when it opens again', () => {
    const opens = (when: string) => bookingOpens(calendar, new Date(when), rules)?.opensOn ?? null
    expect(opens('2026-11-23T09:59:00+08:00')).toBe('2026-11-23')
    expect(opens('2026-11-23T10:00:00+08:00')).toBeNull()
    expect(opens('2026-11-26T18:29:00+08:00')).toBeNull()
    expect(opens('2026-11-26T18:30:00+08:00')).toBe('2026-11-30')
    expect(opens('2026-11-28T12:00:00+08:00')).toBe('2026-11-30')
  })

  test('has eighteen times of ten minutes, six of half an hour, and none that ends after closing', () => {
    const starts = (length: (typeof slotLengths)[number]) =>
      freeSlots(rules, length, []).map(({ start }) => clockOf(start))
    expect([starts(10).length, starts(10)[0], starts(10).at(-1)]).toEqual([18, '10:30', '13:20'])
    expect(starts(30)).toEqual(['10:30', '11:00', '11:30', '12:00', '12:30', '13:00'])
  })
})

test('whatever is booked one after the other, no two bookings share five minutes of a desk, and free times are free', () => {
  const anyBooking = fc.record({ length: fc.constantFrom(...slotLengths), nth: fc.nat(40) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(anyBooking, { maxLength: 60 }), (counterDesks, wanted) => {
      const taken: { minute: number; desk: number }[] = []
      for (const { length, nth } of wanted) {
        const free = freeSlots({ ...rules, counterDesks }, length, taken)
        const slot = free[nth % Math.max(free.length, 1)]
        const desk = slot?.desks[nth % (slot.desks.length || 1)]
        if (slot && desk) taken.push(...unitsOf(slot.start, length).map((minute) => ({ minute, desk })))
      }
      expect(new Set(taken.map(({ minute, desk }) => `${minute} ${desk}`)).size).toBe(taken.length)
      expect(taken.every(({ minute }) => minute >= 630 && minute < 810)).toBe(true)
    }),
  )
})

test('the days of the counter are Saturdays', () => {
  expect(Object.keys(closed).map(weekdayOf)).toEqual(Object.keys(closed).map(() => 6))
})
