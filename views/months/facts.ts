import { type SetName, setNames } from '#domain/month/figures.ts'
import { type FactParts, isWait, partsOf, type Snapshot, shownOf } from '#domain/month/month-facts.ts'
import { type SpanName, spanNames } from '#domain/month/waits.ts'
import type { Text } from '#text/text.ts'

/** `whole` is set if the whole is not a community. */
type Names = Pick<Snapshot, 'grids' | 'units'> & { readonly whole?: string }

const setOf = (figure: string): SetName | undefined => setNames.find((name) => name === figure)

/** The name of a fact for people: the figure and, if it is about a part of the month, that part. */
export function factName(key: string, names: Names, text: Text): string {
  const parts = partsOf(key)
  const figure = figureName(parts.figure, text)
  return parts.by === null ? figure : text.months.facts.inPart(figure, partName(parts, names, text))
}

export function figureName(figure: string, { reports, months }: Text): string {
  const set = setOf(figure)
  if (set) return reports.names[set]
  const [span = '', rank] = figure.split('.')
  const name = spanNames.find((known: SpanName) => known === span)
  if (!name) return figure
  return rank === 'median'
    ? months.facts.median(months.facts.waits[name])
    : months.facts.slowest(months.facts.waits[name])
}

/** The name of the whole, of a place in it, a category, a source, a unit or a reason. */
export function partName({ by, value }: FactParts, { grids, units, whole }: Names, text: Text): string {
  const { months, reports, words, catalogue } = text
  const named = (list: Names['grids']) => list.find(({ id }) => id === value)?.name
  const said = (list: Readonly<Record<string, string>>) => list[value ?? '']
  switch (by) {
    case null:
      return whole ?? months.facts.whole
    case 'area':
    case 'grid':
      return named(grids) ?? reports.otherGrid
    case 'unit':
      return value === null ? months.facts.noUnit : (named(units) ?? months.facts.otherUnit)
    case 'category':
      return said(catalogue.categories) ?? value ?? ''
    case 'source':
      return said(words.source) ?? value ?? ''
    case 'reason':
      return said({ ...words.withdrawReason, ...words.referReason }) ?? value ?? ''
  }
}

/** The value as pages show it: a count, or hours. */
export function factValue(key: string, value: number | null, { months }: Text): string {
  if (value === null) return months.official.nothing
  const shown = shownOf(key, value) ?? 0
  return isWait(key) ? months.facts.hours(shown) : String(shown)
}
