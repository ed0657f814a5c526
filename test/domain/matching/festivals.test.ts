import { getSolarDateFromLunar } from 'chinese-days'
import { expect, test } from 'vitest'
import { festivalAround, shareOfToday } from '#domain/matching/festivals.ts'

test('重阳 and 春节 are the ninth of the ninth and the first of the first month of every year until 2050', () => {
  for (let year = 2025; year <= 2050; year++) {
    const [ninth, first] = ['09-09', '01-01'].map((day) => getSolarDateFromLunar(`${year}-${day}`).date)
    expect(festivalAround(ninth ?? '')).toEqual({ festival: 'double-ninth', day: ninth, daysLeft: 8 })
    expect(festivalAround(first ?? '')).toEqual({ festival: 'spring-festival', day: first, daysLeft: 8 })
  }
})

test('the time around a festival is a week on either side, and what waits is shared out over what is left of it', () => {
  expect(festivalAround('2026-10-10')).toBeNull()
  expect(festivalAround('2026-10-11')).toMatchObject({ daysLeft: 15 })
  expect(festivalAround('2026-10-25')).toMatchObject({ daysLeft: 1 })
  expect(festivalAround('2026-10-26')).toBeNull()
  expect(shareOfToday(31, { festival: 'double-ninth', day: '2026-10-18', daysLeft: 15 })).toBe(3)
  expect(shareOfToday(31, { festival: 'double-ninth', day: '2026-10-18', daysLeft: 1 })).toBe(31)
})
