import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Shown, suppressRow, suppressTable } from '#domain/suppress.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const cells = (counts: readonly number[]) => counts.map((count) => ({ count }))
const row = (counts: readonly number[]) => suppressRow(cells(counts), { count: sum(counts) })
const columnsOf = (table: readonly (readonly number[])[]) =>
  (table[0] ?? []).map((_, at) => sum(table.map((line) => line[at] ?? 0)))
const both = (table: readonly (readonly number[])[]) =>
  suppressTable({
    cells: table.map(cells),
    rowTotals: cells(table.map(sum)),
    columnTotals: cells(columnsOf(table)),
    total: { count: sum(table.flat()) },
  })

describe('a row with its total', () => {
  test('of large numbers is shown as it is, and so is a zero: nobody is behind it', () => {
    expect(row([5, 0, 12])).toEqual({ cells: [5, 0, 12], total: 17 })
  })

  test('loses its small number and the smallest other one, which subtraction would need', () => {
    expect(row([3, 20, 8])).toEqual({ cells: [null, 20, null], total: 31 })
  })

  test('with two ones loses a third: their sum alone would say that each is one', () => {
    expect(row([1, 1, 9, 20])).toEqual({ cells: [null, null, null, 20], total: 31 })
  })

  test('in which nothing is left to hide behind loses its total too', () => {
    expect(row([3, 0, 0])).toEqual({ cells: [null, 0, 0], total: null })
  })

  test('counts people: ten wishes of two households are a small number', () => {
    expect(suppressRow([{ count: 10, people: 2 }, { count: 30 }, { count: 40 }], { count: 80 }).cells).toEqual([
      null,
      null,
      40,
    ])
  })
})

/** Every value that each withheld number could have, for somebody who tries all tables that agree with what is shown. */
function possible(shown: readonly (readonly Shown[])[], agrees: (table: readonly (readonly number[])[]) => boolean) {
  const width = shown[0]?.length ?? 0
  const flat = shown.flat()
  const found = flat.map(() => new Set<number>())
  const highest = 11
  const tryAll = (at: number, values: readonly number[]): void => {
    if (at === flat.length) {
      const table = shown.map((_, n) => values.slice(n * width, (n + 1) * width))
      if (agrees(table)) for (const [n, value] of values.entries()) found[n]?.add(value)
      return
    }
    const known = flat[at]
    const choices = typeof known === 'number' ? [known] : Array.from({ length: highest }, (_, n) => n + 1)
    for (const value of choices) tryAll(at + 1, [...values, value])
  }
  tryAll(0, [])
  return found
}
const says = (shown: Shown, value: number) => shown === null || shown === value

const small = fc.integer({ min: 0, max: 8 })

describe('from what is shown no withheld number can be reckoned', () => {
  test('in a row', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 4 }), (counts) => {
        const shown = row(counts)
        const values = possible([shown.cells], ([line]) => says(shown.total, sum(line ?? [])))

        for (const [n, cell] of shown.cells.entries()) {
          if (cell === null) expect(values[n]?.size).toBeGreaterThan(1)
          else expect(cell === 0 || cell >= 5).toBe(true)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('in a table of two rows', () => {
    const table = fc.integer({ min: 1, max: 2 }).chain((width) => {
      const line = fc.array(small, { minLength: width, maxLength: width })
      return fc.tuple(line, line)
    })
    fc.assert(
      fc.property(table, (counts) => {
        const shown = both(counts)
        const values = possible(
          shown.cells,
          (tried) =>
            says(shown.total, sum(tried.flat())) &&
            shown.rowTotals.every((total, n) => says(total, sum(tried[n] ?? []))) &&
            shown.columnTotals.every((total, at) => says(total, columnsOf(tried)[at] ?? 0)),
        )

        for (const [n, cell] of shown.cells.flat().entries()) {
          if (cell === null) expect(values[n]?.size).toBeGreaterThan(1)
          else expect(cell === 0 || cell >= 5).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('and large tables still show most of their large numbers', () => {
    const shown = both([
      [12, 3, 40, 22],
      [31, 25, 18, 60],
      [9, 14, 27, 33],
    ])
    expect(shown.cells.flat().filter((cell) => cell === null).length).toBe(4)
    expect([shown.rowTotals, shown.columnTotals, shown.total].flat()).not.toContain(null)
  })
})
