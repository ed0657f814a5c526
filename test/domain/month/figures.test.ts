import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  figureGroups,
  figureNames,
  figures,
  noCounts,
  periodOf,
  rateOf,
  setNames,
  sumOf,
} from '#domain/month/figures.ts'

const zone = 'Asia/Shanghai'
const november = new Date('2026-11-07T04:00:00Z')

describe('a rate', () => {
  test('of nothing is neither none nor all', () => {
    expect(rateOf(0, 0)).toEqual({ kind: 'nothing' })
  })

  test('of nine is a fraction, of ten a percentage', () => {
    expect(rateOf(9, 9)).toEqual({ kind: 'fraction', count: 9, of: 9 })
    expect(rateOf(9, 10)).toEqual({ kind: 'percent', count: 9, of: 10, tenths: 900 })
  })

  test('says all only for all and none only for none, whatever the rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100_000 }), fc.nat(100_000), (of, some) => {
        const count = some % (of + 1)
        const rate = rateOf(count, of)
        if (rate.kind !== 'percent') return false
        return (rate.tenths === 1000) === (count === of) && (rate.tenths === 0) === (count === 0)
      }),
      {
        examples: [
          [99_999, 99_998],
          [99_999, 1],
        ],
      },
    )
  })

  test('is rounded to a tenth of a percent', () => {
    expect(rateOf(13_475, 20_372)).toMatchObject({ tenths: 661 })
  })
})

describe('a period', () => {
  test('is a local month: it begins and ends at the community’s midnight', () => {
    expect(periodOf('2026-10', zone, november)).toEqual({
      month: '2026-10',
      from: new Date('2026-09-30T16:00:00Z'),
      until: new Date('2026-10-31T16:00:00Z'),
      isRunning: false,
    })
  })

  test('is running until its last second, on the community’s clock', () => {
    const last = new Date('2026-11-30T15:59:59Z')

    expect(periodOf('2026-11', zone, last)?.isRunning).toBe(true)
    expect(periodOf('2026-12', zone, last)).toBeNull()
    expect(periodOf('2026-12', zone, new Date('2026-11-30T16:00:00Z'))?.isRunning).toBe(true)
  })

  test.each(['2026-12', '2026-13', '2026-00', '2026-1', '26-01', '1999-12', 'november', '', '2026-11-01'])(
    '“%s” is none',
    (text) => {
      expect(periodOf(text, zone, november)).toBeNull()
    },
  )
})

test('every figure belongs to exactly one group, and every denominator is a set that is counted', () => {
  expect(figureGroups.flatMap((group) => group.figures as readonly string[]).toSorted()).toEqual(figureNames.toSorted())
  for (const { of } of Object.values(figures)) if (of) expect(setNames).toContain(of)
})

test('sums of nothing are nothing, and sums add up set by set', () => {
  expect(sumOf([])).toEqual(noCounts)
  expect(
    sumOf([
      { ...noCounts, due: 2 },
      { ...noCounts, due: 3, ahead: 1 },
    ]),
  ).toEqual({ ...noCounts, due: 5, ahead: 1 })
})
