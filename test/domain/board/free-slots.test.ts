import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFree, type Meeting, slotsFor } from '#domain/board/free-slots.ts'
import { freeTimes } from '#domain/lists/rows.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, clockParts, endOfDay, isWorkday, localDay } from '#domain/time/workdays.ts'

const zone = 'Asia/Shanghai'
const calendar = calendarOf({ zone, region: null })
const monday = new Date('2026-11-02T11:00:00+08:00')
const meeting = (own: Partial<Meeting> = {}): Meeting => ({
  ...{ calendar, freeTimes: [], callFrom: null, callUntil: null, now: monday, dueAt: null },
  ...own,
})
/** '11-07 10:00' on the local clock. */
const told = (own: Partial<Meeting>, limit?: number) =>
  slotsFor(meeting(own), limit).map(({ at }) => {
    const { hour, minute } = clockParts(at, zone)
    return `${localDay(at, zone).slice(5)} ${hour}:${String(minute).padStart(2, '0')}`
  })

describe('the times to choose from', () => {
  test('are evenings and days off for who named none', () => {
    expect(told({}, 7)).toEqual([
      ...['11-02 19:00', '11-03 19:00', '11-04 19:00', '11-05 19:00', '11-06 19:00'],
      ...['11-07 10:00', '11-07 16:00'],
    ])
  })

  test('lie where both have time, as near as can be to when one would go', () => {
    const weekend = ['weekend-morning', 'sunday-afternoon']

    expect(told({ freeTimes: weekend, callFrom: '10:20', callUntil: '14:00' }, 4)).toEqual([
      ...['11-07 10:30', '11-08 10:30', '11-08 13:30', '11-14 10:30'],
    ])
  })

  test('are none where their hours never meet', () => {
    expect(told({ freeTimes: ['weekday-evening'], callFrom: '10:00', callUntil: '12:30' })).toEqual([])
  })

  test('leave out what is over and the next hour', () => {
    const now = new Date('2026-11-07T09:05:00+08:00')

    expect(told({ freeTimes: ['saturday-morning'], now }, 1)).toEqual(['11-07 10:30'])
    expect(told({ freeTimes: ['saturday-morning'], now: new Date('2026-11-07T12:00:00+08:00') }, 1)).toEqual([
      '11-14 10:00',
    ])
  })

  test('go by the holidays: the National Day is like a weekend, a make-up Saturday like a workday', () => {
    const thursday = '2026-10-01'
    const saturday = '2026-10-10'

    expect(isWorkday(calendar, thursday)).toBe(false)
    expect(isFree(['weekend'], calendar, thursday, 'morning')).toBe(true)
    expect(isFree(['weekday'], calendar, thursday, 'morning')).toBe(false)
    expect(isFree(['saturday'], calendar, thursday, 'morning')).toBe(false)
    expect(isWorkday(calendar, saturday)).toBe(true)
    expect(isFree(['saturday'], calendar, saturday, 'morning')).toBe(false)
    expect(isFree(['weekday-evening'], calendar, saturday, 'evening')).toBe(true)
  })

  test('tell which come after the wish is due, and whether any comes before', () => {
    const dueAt = endOfDay('2026-11-06', zone)

    expect(slotsFor(meeting({ freeTimes: ['weekend'], dueAt })).every((slot) => slot.isLate)).toBe(true)
    const isInTime = (freeTimes: readonly string[]) => slotsFor(meeting({ freeTimes, dueAt }), 1)[0]?.isLate === false
    expect([isInTime(['weekend']), isInTime(['weekend', 'weekday-evening'])]).toEqual([false, true])
  })
})

test('whatever both have said: in the future, within two weeks, in the resident’s hours, when the volunteer is free, in order', () => {
  const half = fc.integer({ min: 14, max: 44 })
  const clock = (n: number) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`
  fc.assert(
    fc.property(
      fc.subarray([...freeTimes]),
      fc.option(fc.tuple(half, half)),
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      fc.integer({ min: 0, max: 20 }),
      (named, hours, minutes, due) => {
        const now = new Date(new Date('2026-01-01T00:00:00+08:00').getTime() + minutes * 60_000)
        const [callFrom, callUntil] = hours ? [clock(Math.min(...hours)), clock(Math.max(...hours) + 1)] : [null, null]
        const dueAt = endOfDay(addDays(localDay(now, zone), due), zone)

        const slots = slotsFor(meeting({ freeTimes: named, callFrom, callUntil, now, dueAt }))

        expect(slots.length).toBeLessThanOrEqual(8)
        for (const [n, { at, part, isLate }] of slots.entries()) {
          const { hour, minute } = clockParts(at, zone)
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          const day = localDay(at, zone)
          expect(at > now && day < addDays(localDay(now, zone), 14)).toBe(true)
          expect(time >= '09:00' && time < '21:00').toBe(true)
          if (callFrom && callUntil) expect(time >= callFrom && time < callUntil).toBe(true)
          expect(isFree(named, calendar, day, part)).toBe(true)
          expect(isLate).toBe(at > dueAt)
          if (n) expect(at > (slots[n - 1]?.at ?? at)).toBe(true)
        }
      },
    ),
    { numRuns: 150 },
  )
})
