import { expect, test } from 'vitest'
import { backupDays, keptBackups } from '#domain/backups/kept-backups.ts'

const at = (day: string) => new Date(`${day}T18:00:00Z`)
/** One backup a day, the last of them today. */
const daily = (count: number, today: string) =>
  Array.from({ length: count }, (_, n) => new Date(at(today).getTime() - n * 24 * 3600 * 1000))
const kept = (made: readonly Date[], now: Date, most: number) =>
  keptBackups(made, now, most).map((one) => one.toISOString().slice(0, 10))

test('seven days, four weeks and twelve months remain where nothing is erased sooner', () => {
  expect(kept(daily(500, '2026-11-28'), at('2026-11-28'), 365)).toEqual([
    ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
    ...['2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
    ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
  ])
})

test('no backup is older than the shortest promise to erase, to the day', () => {
  expect(kept(daily(500, '2026-11-28'), at('2026-11-28'), 30)).toEqual([
    ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
    ...['2026-11-15', '2026-11-08', '2026-10-31'],
  ])
  expect(kept([at('2026-11-01'), at('2026-11-28')], at('2026-12-01'), 30)).toEqual(['2026-11-28', '2026-11-01'])
  expect(kept([at('2026-11-01'), at('2026-11-28')], new Date('2026-12-01T18:00:01Z'), 30)).toEqual(['2026-11-28'])
  expect(kept(daily(9, '2026-11-28'), at('2026-11-28'), 1)).toEqual(['2026-11-28', '2026-11-27'])
})

test('the newest remains whatever its age, because it may be the only copy', () => {
  expect(kept([at('2025-01-01'), at('2025-01-02')], at('2026-11-28'), 30)).toEqual(['2025-01-02'])
  expect(kept([], at('2026-11-28'), 30)).toEqual([])
})

test('of a day, a week and a month the newest remains', () => {
  const twice = [new Date('2026-11-28T02:00:00Z'), new Date('2026-11-28T18:00:00Z')]
  expect(keptBackups(twice, at('2026-11-28'), 30)).toEqual([twice[1]])
})

test('the shortest promise of any community counts, for wishes and for files', () => {
  expect(backupDays([{ keepDays: 90, endedFileDays: 30 }])).toBe(30)
  expect(
    backupDays([
      { keepDays: 90, endedFileDays: 60 },
      { keepDays: 20, endedFileDays: 30 },
    ]),
  ).toBe(20)
  expect(backupDays([])).toBe(365)
})
