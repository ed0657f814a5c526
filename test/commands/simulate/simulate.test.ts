import { describe, expect, test } from 'vitest'
import { drawsOf } from '#src/commands/simulate/draws.ts'
import { livedIn, targetsOf } from '#src/commands/simulate/run-simulate.ts'
import { giniOf, quantile } from '#src/commands/simulate/sim-measures.ts'
import { standard } from '#src/commands/simulate/sim-parameters.ts'
import { liveYear } from '#src/commands/simulate/sim-year.ts'

const small = { ...standard, volunteers: 30, households: 40, wishesAWeek: 6 }
const asked = { communities: 1, weeks: 5, seed: 7, stopwatch: () => 0 }

describe('the simulated year', () => {
  test('is the same for the same seed, and another one for another', () => {
    const year = (seed: number) => liveYear(drawsOf(seed), 0, 'plan', small, 3, () => 0)
    const told = ({ wishes, asks }: ReturnType<typeof year>) => ({ wishes, asks: [...asks] })

    expect(told(year(7))).toEqual(told(year(7)))
    expect(told(year(7))).not.toEqual(told(year(8)))
  })

  test('gives every way the same wishes, and keeps the limits of the plan', () => {
    const lived = livedIn(small, asked)

    expect(new Set(Object.values(lived).map(({ wishes }) => wishes)).size).toBe(1)
    expect(lived.plan.wishes).toBeGreaterThan(5)
    expect(lived.plan.mostInAWeek).toBeLessThanOrEqual(3)
    expect(lived.board.median).toBe(0)
    for (const { overLimit } of Object.values(lived)) expect(overLimit).toBe(0)
    expect(lived.plan.onTime).toBeGreaterThan(lived.board.onTime)
    expect(lived.plan.onTime).toBeLessThanOrEqual(100)
  })

  test('says of each target whether it was reached', () => {
    const lived = livedIn(small, asked)
    const missed = { ...lived, plan: { ...lived.plan, onTime: lived.board.onTime, overLimit: 2 } }

    const lines = targetsOf([{ name: 'small', lived: missed }], [])
    expect(lines.some((line) => line.startsWith('MISSED: at least 15 points'))).toBe(true)
    expect(lines.some((line) => line === 'MISSED: no household over the limit: 2')).toBe(true)
  })
})

test('Gini is zero where all have the same and nears one where one has all; quantiles are of the sorted list', () => {
  expect(giniOf([3, 3, 3, 3])).toBe(0)
  expect(giniOf([0, 0, 0, 8])).toBe(0.75)
  expect(giniOf([1, 3])).toBe(0.25)
  expect(giniOf([0, 0])).toBe(0)
  expect([quantile([5, 1, 3], 0.5), quantile([5, 1, 3], 0.9), quantile([], 0.5)]).toEqual([3, 5, 0])
})
