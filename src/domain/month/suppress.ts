/**
 * Suppression of small cells in a public table. The sums of the columns are public anyway, so readers can subtract. For
 * each number with fewer than five people behind it, further numbers are withheld until no withheld number can be
 * computed from those shown.
 */

/** `people`: the number of different people behind the count, where it is smaller than the count. */
type Cell = { readonly count: number; readonly people?: number }
/** Null: withheld. */
export type Shown = number | null

export const fewestPeople = 5

/**
 * Takes rows of parts with the total of each row; the sums of the columns are known. A zero is withheld like any small
 * number, because visible zeros would give the others away; only a column of zeros stays, since its sum says so
 * already.
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
        row: `row ${row}`,
        column: `column ${column}`,
        isTotal: column === width,
        count,
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
 * A cell links its row's sum and its column's sum. A total takes part with the other sign, because the parts minus the
 * total are 0. Seen as a network, a withheld number can be computed exactly where no cycle through it along withheld
 * numbers allows all of them to go up or down by one.
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
 * The cheapest cycle along which a withheld number could be larger or smaller. At cost 0 it cannot be computed already;
 * otherwise the numbers on the cycle have to be withheld as well.
 */
function closing(link: Link, links: readonly Link[]): Way {
  const larger = wayRound(link, links, true)
  const smaller = link.count > 0 ? wayRound(link, links, false) : larger
  return smaller.cost < larger.cost ? smaller : larger
}

/** Prefers to withhold small numbers, and totals last. */
const priceOf = ({ isHidden, isTotal, count }: Link): number => (isHidden ? 0 : (isTotal ? 1e9 : 0) + count + 1)

/** A total that goes up means parts that go down. No number can go below 0. */
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
