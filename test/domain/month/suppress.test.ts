import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestPeople, type Shown, suppressTable } from '#domain/month/suppress.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
type Line = readonly number[]
const cells = (counts: Line) => counts.map((count) => ({ count }))
const shownOf = (table: readonly Line[]) => suppressTable({ cells: table.map(cells), rowTotals: cells(table.map(sum)) })
/** Of one row a line: its parts, and what they add up to. */
const told = (table: readonly Line[]) => {
  const { cells, rowTotals } = shownOf(table)
  return cells.map((line, n) => [...line, rowTotals[n]])
}

describe('a table', () => {
  test('of large numbers is shown as it is', () => {
    expect(
      told([
        [12, 9],
        [20, 7],
        [5, 30],
      ]),
    ).toEqual([
      [12, 9, 21],
      [20, 7, 27],
      [5, 30, 35],
    ])
  })

  test('loses its small number, one beside it, and one each in another row', () => {
    expect(
      told([
        [3, 20],
        [30, 25],
        [8, 40],
      ]),
    ).toEqual([
      [null, null, 23],
      [30, 25, 55],
      [null, null, 48],
    ])
  })

  test('loses its zeros too: those that are shown would tell of the others', () => {
    const four = [
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ] as const
    const one = [
      [0, 4],
      [0, 0],
      [0, 0],
      [0, 0],
    ] as const
    expect(told(four)).toEqual(told(one))
    expect(told(four)).toEqual(four.map(() => [0, null, null]))
  })

  test('keeps a column of nothing, whose sum says it already', () => {
    expect(
      told([
        [0, 12],
        [0, 9],
      ]),
    ).toEqual([
      [0, 12, 12],
      [0, 9, 9],
    ])
  })

  test('counts people: six wishes of one resident are a small number', () => {
    const { cells } = suppressTable({
      cells: [
        [{ count: 6, people: 1 }, { count: 30 }],
        [{ count: 40 }, { count: 20 }],
        [{ count: 50 }, { count: 60 }],
      ],
      rowTotals: [{ count: 36 }, { count: 60 }, { count: 110 }],
    })
    expect(cells[0]?.[0]).toBe(null)
  })

  test('that is large still shows most of its numbers', () => {
    const { cells, rowTotals } = shownOf([
      [12, 3],
      [31, 25],
      [9, 14],
      [22, 40],
    ])
    expect(cells.flat().filter((cell) => cell === null).length).toBe(4)
    expect(rowTotals).not.toContain(null)
  })
})

/** All tables of two columns that agree with what is shown and with the sums of the columns, which everybody knows. */
function possible(table: readonly Line[]): readonly (readonly Line[])[] {
  const shown = shownOf(table)
  const says = (shown: Shown | undefined, value: number) => shown === null || shown === value
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n)
  const [left, right] = [0, 1].map((column) => sum(table.map((line) => line[column] ?? 0))) as [number, number]
  const rest = (row: number, [a, b]: readonly [number, number]): readonly (readonly Line[])[] => {
    if (row === table.length) return a === 0 && b === 0 ? [[]] : []
    return upTo(a).flatMap((x) =>
      upTo(b)
        .filter((y) => says(shown.cells[row]?.[0], x) && says(shown.cells[row]?.[1], y))
        .filter((y) => says(shown.rowTotals[row], x + y))
        .flatMap((y) => rest(row + 1, [a - x, b - y]).map((others) => [[x, y], ...others])),
    )
  }
  return rest(0, [left, right])
}

const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 7 }))
const line = fc.tuple(number, number)
const tables = fc.array(line, { minLength: 2, maxLength: 4 })

describe('whoever knows the sums and tries every table that agrees with what is shown', () => {
  test('cannot tell a number of fewer than five, whether it has a cell or is what is left of two', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const all = possible(table)
        const isSure = (of: (table: readonly Line[]) => number) => new Set(all.map(of)).size === 1
        for (const [row, [left = 0, right = 0]] of table.entries())
          for (const [count, of] of [
            [left, (one: readonly Line[]) => one[row]?.[0] ?? 0],
            [right, (one: readonly Line[]) => one[row]?.[1] ?? 0],
            [left + right, (one: readonly Line[]) => sum(one[row] ?? [])],
          ] as const)
            if (count > 0 && count < fewestPeople) expect([table, isSure(of)]).toEqual([table, false])
      }),
      { numRuns: 150 },
    )
  })

  test('nor where they know by which rule numbers are withheld', () => {
    const small = [0, 1, 2, 3, 4, 5]
    const four = small.flatMap((a) => small.flatMap((b) => small.flatMap((c) => small.map((d) => [a, b, c, d]))))
    const alike = Map.groupBy(four, (counts) =>
      JSON.stringify([shownOf(counts.map((count) => [0, count])), sum(counts)]),
    )
    for (const all of alike.values()) {
      // Of more the numbers that were tried are too small to tell.
      if (sum(all[0] ?? []) > 8) continue
      for (const [at, count] of (all[0] ?? []).entries())
        if (count > 0 && count < fewestPeople) expect(new Set(all.map((counts) => counts[at])).size).toBeGreaterThan(1)
    }
  })
})
