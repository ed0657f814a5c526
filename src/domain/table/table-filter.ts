import { type Category, categories } from '#domain/catalogue/catalogue-codes.ts'
import { type Source, type State, sources, states, type Urgency, urgencies } from '#domain/vocabulary.ts'

/** What the working table is narrowed to; null where it is not. */
export type TableFilter = {
  readonly state: State | null
  readonly gridId: string | null
  readonly category: Category | null
  readonly urgency: Urgency | null
  readonly source: Source | null
  /** Claims past their due date, call-backs and referrals past theirs. */
  readonly isOverdue: boolean
}

/** As it is written in an address or a form. */
type Written = {
  readonly [name in 'state' | 'grid' | 'category' | 'urgency' | 'source' | 'overdue']?: string | undefined
}

/** Unknown values narrow nothing, and a grid must be one of those the reader works in. */
export function readFilter(written: Written, gridIds: readonly string[]): TableFilter {
  return {
    state: oneOf(states, written.state),
    gridId: oneOf(gridIds, written.grid),
    category: oneOf(categories, written.category),
    urgency: oneOf(urgencies, written.urgency),
    source: oneOf(sources, written.source),
    isOverdue: written.overdue === 'yes',
  }
}

/** The same as the fields of an address, in a fixed order; `{}` for the whole table. */
export function writtenFilter(filter: TableFilter): Readonly<Record<string, string>> {
  const { state, gridId, category, urgency, source, isOverdue } = filter
  const all = { state, grid: gridId, category, urgency, source, overdue: isOverdue ? 'yes' : null }
  return Object.fromEntries(Object.entries(all).filter((field): field is [string, string] => field[1] !== null))
}

const oneOf = <Name extends string>(names: readonly Name[], written: string | undefined): Name | null =>
  names.find((name) => name === written) ?? null
