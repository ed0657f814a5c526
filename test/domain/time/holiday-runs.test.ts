import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFrom } from '#domain/time/holiday-layers.ts'
import { clashesOf, readRuns } from '#domain/time/holiday-runs.ts'
import { addDays } from '#domain/time/workdays.ts'

const read = (text: string) =>
  readRuns(text).runs.map(({ day, until, kind, name }) => [kind, day, until, name].join(' '))
const faults = (text: string) => readRuns(text).faults.map(({ line, why }) => `${line} ${why}`)

describe('days as an office writes them', () => {
  test.each([
    ['2027-02-05 至 2027-02-11 春节', 'rest 2027-02-05 2027-02-11 spring-festival'],
    ['2027年2月5日（星期五）至11日（星期四）放假调休，春节', 'rest 2027-02-05 2027-02-11 spring-festival'],
    ['2027年2月5日至2月11日 春节', 'rest 2027-02-05 2027-02-11 spring-festival'],
    ['2027/12/31~2028/1/2 元旦', 'rest 2027-12-31 2028-01-02 new-year'],
    ['２０２７－０３－１０　肉孜节', 'rest 2027-03-10 2027-03-10 eid-al-fitr'],
    ['2027.3.10-3.12：水管抢修', 'rest 2027-03-10 2027-03-12 水管抢修'],
    ['2027-02-13 春节 调休上班', 'work 2027-02-13 2027-02-13 spring-festival'],
    ['2027-02-05 to 2027-02-11 Spring Festival', 'rest 2027-02-05 2027-02-11 spring-festival'],
    ['2027-02-13 National Day, work', 'work 2027-02-13 2027-02-13 national-day'],
    ['2027-02-05 Tomorrowland', 'rest 2027-02-05 2027-02-05 Tomorrowland'],
    ['2027-02-13 work', ''],
  ])('%s', (line, expected) => {
    expect(read(line).join()).toBe(expected)
  })

  test('a worked day without a name belongs to the festival above it; empty lines count as lines', () => {
    expect(read('2027-02-05至02-11 春节\n\n2027-02-13 上班\n2027-02-20 补班')).toEqual([
      'rest 2027-02-05 2027-02-11 spring-festival',
      'work 2027-02-13 2027-02-13 spring-festival',
      'work 2027-02-20 2027-02-20 spring-festival',
    ])
  })

  test('what cannot be read, is no day, or makes no sense is named by its line', () => {
    const text = [
      '春节放假',
      '2027-02-29 春节',
      '2027-02-11 至 2027-02-05 春节',
      '2027-02-05 至 2027-04-10 春节',
      '2027-02-05',
      `2027-02-05 ${'长'.repeat(31)}`,
      '2027-02-05 至 2027-02-31 春节',
      '2027-1-123 春节',
    ].join('\n')

    expect(faults(text)).toEqual([
      ...['1 not-a-line', '2 no-such-day', '3 backwards', '4 too-long', '5 no-name', '6 long-name', '7 no-such-day'],
      '8 not-a-line',
    ])
    expect(faults('2027-02-05 至 2027-04-05 春节')).toEqual([])
  })

  test('whatever is typed is read or named, and every run that is read is a real one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'2027-02年月日至 0315春节上班(~') })), (lines) => {
        const { runs, faults: wrong } = readRuns(lines.join('\n'))
        const said = lines.flatMap((line, n) => (line.normalize('NFKC').trim() ? [n + 1] : []))

        expect([...runs, ...wrong].map(({ line }) => line).sort((a, b) => a - b)).toEqual(said)
        for (const { day, until } of runs) expect(daysFrom(day, until).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('runs that clash', () => {
  const { runs } = readRuns('2027-02-05至02-11 春节\n2027-02-11 元宵\n2027-03-01 甲\n2028-03-01 乙')

  test('with each other, with days that are taken, or with the days they may speak of are named by their line', () => {
    const limits = { from: '2026-12-01', until: '2028-01-31', isTaken: (day: string) => day === '2027-03-01' }

    expect(clashesOf(runs, limits).map(({ line, why }) => `${line} ${why}`)).toEqual([
      '2 overlap',
      '3 overlap',
      '4 too-far',
    ])
  })

  test('are found whichever comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(9)), { minLength: 2, maxLength: 5 }), (spans) => {
        const typed = spans.map(([from, length], n) => ({
          ...{ day: addDays('2027-01-01', from), until: addDays('2027-01-01', from + length) },
          ...{ kind: 'rest' as const, name: 'a', line: n + 1 },
        }))
        const days = typed.flatMap(({ day, until }) => daysFrom(day, until))
        const isDouble = new Set(days).size < days.length
        const found = clashesOf(typed, { from: '2026-01-01', until: '2028-01-01', isTaken: () => false })

        expect(found.length > 0).toBe(isDouble)
      }),
    )
  })
})
