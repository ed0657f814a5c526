/**
 * Small cells of a public table. What a column adds up to is public anyway, so everyone can subtract: beside each number
 * behind which there are fewer than five people others are withheld, until no withheld number follows from those shown.
 */

/** `people`: how many different ones are behind the number, where that is fewer. */
export type Cell = { readonly count: number; readonly people?: number }
/** Null: withheld. */
export type Shown = number | null

export const fewestPeople = 5

/**
 * Rows of parts with what each row adds up to; the sums of the columns are known. A zero is withheld like any small number,
 * for the zeros that are shown would tell of the others; only a column of nothing stays, since its sum says it already.
 */
export function suppressTable(table: {
  readonly cells: readonly (readonly Cell[])[]
  readonly rowTotals: readonly Cell[]
}): { readonly cells: readonly (readonly Shown[])[]; readonly rowTotals: readonly Shown[] } {
  const width = table.cells[0]?.length ?? 0
  const lines = table.cells.map((row, n) => [...row, table.rowTotals[n] ?? { count: 0 }])
  const isEmpty = (at: number) => lines.every((line) => line[at]?.count === 0)
  const links = lines.map((line, row) =>
    line.map(
      ({ count, people = count }, column): Link => ({
        ...{ row: `row ${row}`, column: `column ${column}`, isTotal: column === width, count },
        isHidden: Math.min(count, people) < fewestPeople && !isEmpty(column),
      }),
    ),
  )
  const all = links.flat()
  const open = () => all.find((link) => link.isHidden && closing(link, all).cost > 0)
  for (let fixed = open(); fixed; fixed = open()) for (const link of closing(fixed, all).way) link.isHidden = true

  const shown = links.map((line) => line.map(({ isHidden, count }) => (isHidden ? null : count)))
  return { cells: shown.map((line) => line.slice(0, width)), rowTotals: shown.map((line) => line[width] ?? null) }
}

/**
 * A number between two sums that it is part of. A total is part of them with the other sign: parts minus total is nought.
 * So the table is a network, and a withheld number follows from the rest exactly where no way leads round through withheld
 * ones along which all of them could go up or down by one.
 */
type Link = {
  readonly row: string
  readonly column: string
  readonly isTotal: boolean
  readonly count: number
  isHidden: boolean
}
type Way = { readonly cost: number; readonly way: readonly Link[] }

/**
 * The cheapest way round along which a withheld number could be larger or smaller. At no cost: it cannot be reckoned.
 * Else its numbers have to be withheld as well.
 */
function closing(link: Link, links: readonly Link[]): Way {
  const larger = wayRound(link, links, true)
  const smaller = link.count > 0 ? wayRound(link, links, false) : larger
  return smaller.cost < larger.cost ? smaller : larger
}

/** Small numbers are given away first, totals last. */
const priceOf = ({ isHidden, isTotal, count }: Link): number => (isHidden ? 0 : (isTotal ? 1e9 : 0) + count + 1)

/** A total that goes up stands for parts that go down. Nothing goes below nought. */
function wayRound(link: Link, links: readonly Link[], isLarger: boolean): Way {
  const isAlong = isLarger !== link.isTotal
  const [start, goal] = isAlong ? [link.column, link.row] : [link.row, link.column]
  const best = new Map<string, Way>([[start, { cost: 0, way: [] }]])
  const steps = links
    .filter((other) => other !== link)
    .flatMap((other) => [
      { other, from: other.row, to: other.column, isUp: !other.isTotal },
      { other, from: other.column, to: other.row, isUp: other.isTotal },
    ])
    .filter(({ other, isUp }) => isUp || other.count > 0)
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const { other, from, to } of steps) {
      const before = best.get(from)
      const cost = (before?.cost ?? Infinity) + priceOf(other)
      if (!before || cost >= (best.get(to)?.cost ?? Infinity)) continue
      best.set(to, { cost, way: [...before.way, other] })
      hasChanged = true
    }
  }
  return best.get(goal) ?? { cost: 0, way: [] }
}
