/**
 * Small cells of a public table. Whoever publishes a table with its totals lets everyone subtract; so beside each cell of
 * fewer than five people others are withheld, until no withheld number follows from those that are shown.
 */

/** `people`: how many different ones are behind the number, where that is fewer. Nobody is behind a zero. */
export type Cell = { readonly count: number; readonly people?: number }
/** Null: withheld. */
export type Shown = number | null

export const fewestPeople = 5

/** A row of parts and what they add up to. */
export function suppressRow(cells: readonly Cell[], total: Cell): { cells: readonly Shown[]; total: Shown } {
  const { cells: rows, rowTotals } = suppress([cells], [total], null)
  return { cells: rows[0] ?? [], total: rowTotals[0] ?? null }
}

/** Rows and columns with the totals of both. All rows are as long as there are column totals. */
export function suppressTable(table: {
  readonly cells: readonly (readonly Cell[])[]
  readonly rowTotals: readonly Cell[]
  readonly columnTotals: readonly Cell[]
  readonly total: Cell
}) {
  return suppress(table.cells, table.rowTotals, [...table.columnTotals, table.total])
}

/**
 * A number between two sums that it is part of. A total is part of them with the other sign: parts minus total is nought.
 * So the table is a network, and a withheld number follows from the rest exactly where no way leads round through withheld
 * ones along which all of them could go up or down by one.
 */
type Link = {
  readonly from: number
  readonly to: number
  readonly isTotal: boolean
  readonly count: number
  isHidden: boolean
}

function suppress(
  cells: readonly (readonly Cell[])[],
  rowTotals: readonly Cell[],
  columnTotals: readonly Cell[] | null,
) {
  const width = cells[0]?.length ?? 0
  const totalRow = cells.length
  // Without column totals nothing binds the columns: they all end in one free point.
  const column = (n: number) => totalRow + 1 + (columnTotals ? n : 0)
  const link = (from: number, to: number, { count, people = count }: Cell, isTotal: boolean): Link => ({
    from,
    to: column(to),
    isTotal,
    count,
    isHidden: count > 0 && people < fewestPeople,
  })
  const inside = cells.map((row, n) => row.map((cell, at) => link(n, at, cell, false)))
  const right = rowTotals.map((cell, n) => link(n, width, cell, true))
  const below = (columnTotals ?? []).map((cell, at) => link(totalRow, at, cell, at < width))
  const links = [...inside.flat(), ...right, ...below]

  const open = () => links.find((link) => link.isHidden && closing(link, links).cost > 0)
  for (let fixed = open(); fixed; fixed = open()) for (const link of closing(fixed, links).way) link.isHidden = true
  const shown = ({ isHidden, count }: Link): Shown => (isHidden ? null : count)
  return {
    cells: inside.map((row) => row.map(shown)),
    rowTotals: right.map(shown),
    columnTotals: below.slice(0, width).map(shown),
    total: below[width] ? shown(below[width]) : null,
  }
}

type Way = { readonly cost: number; readonly way: readonly Link[] }

/**
 * The cheapest way round along which a withheld number could be larger or smaller. At no cost: it cannot be reckoned.
 * Else its numbers have to be withheld as well. Whoever reckons knows that a withheld number is not nought.
 */
function closing(link: Link, links: readonly Link[]): Way {
  const larger = wayRound(link, links, true)
  const smaller = link.count > 1 ? wayRound(link, links, false) : larger
  return smaller.cost < larger.cost ? smaller : larger
}

/** Small numbers are given away first, totals last. */
const priceOf = ({ isHidden, isTotal, count }: Link): number => (isHidden ? 0 : isTotal ? 1e9 + count : count)

/** A total that goes up stands for parts that go down. A number that goes down has to stay above nought. */
function wayRound(link: Link, links: readonly Link[], isLarger: boolean): Way {
  const isAlong = isLarger !== link.isTotal
  const [start, goal] = isAlong ? [link.to, link.from] : [link.from, link.to]
  const best = new Map<number, Way>([[start, { cost: 0, way: [] }]])
  const steps = links
    .filter((other) => other !== link && other.count > 0)
    .flatMap((other) => [
      { other, from: other.from, to: other.to, isUp: !other.isTotal },
      { other, from: other.to, to: other.from, isUp: other.isTotal },
    ])
    .filter(({ other, isUp }) => isUp || other.count > 1)
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
