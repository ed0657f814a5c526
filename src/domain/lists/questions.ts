import { squeezed } from '#domain/reading/cells.ts'
import { bareHeading, type Key, type ListKind } from './headings.ts'

/**
 * A person's answers about the columns of one kind of list: the meaning of a heading, or `none` for a column to ignore.
 */
export type ColumnAnswers = Readonly<Record<string, Key | 'none'>>

/** Answers given with this file take precedence over those the community gave for earlier lists. */
export type Answers = {
  readonly kind: ListKind | null
  readonly columns: Readonly<Record<ListKind, ColumnAnswers>>
  /** The kind of a list by its headings, in the form that `headingsKey` makes. */
  readonly kinds: Readonly<Record<string, ListKind>>
}
export const noAnswers: Answers = { kind: null, columns: { needs: {}, roll: {} }, kinds: {} }

/** What the program does not decide itself but asks the user. */
export type Doubtful =
  | { readonly code: 'kind' }
  | { readonly code: 'missing'; readonly key: Key }
  | { readonly code: 'several'; readonly key: Key; readonly headings: readonly string[] }
  | { readonly code: 'either'; readonly heading: string; readonly keys: readonly Key[] }
  | { readonly code: 'whose-phone'; readonly heading: string }
  | { readonly code: 'odd-values'; readonly heading: string; readonly key: Key }

/** What the user has to answer before the list can be read. Only its headings are stored. */
export type Question = {
  readonly sheet: string
  /** The line of the (last) headings, in Excel's line numbers. */
  readonly line: number
  readonly kind: ListKind
  readonly doubtful: readonly Doubtful[]
  /** `guess` is empty if the user has to choose, so that just pressing the button answers nothing. */
  readonly columns: readonly {
    readonly heading: string
    readonly guess: Key | 'none' | ''
    readonly isAsked: boolean
  }[]
}

/** The key under which the meaning of a heading is remembered. */
export const headingKey = (heading: string): string => squeezed(bareHeading(heading)).slice(0, 80)

/** The key under which the kind of a list is remembered: its headings in their order. */
export const headingsKey = (headings: readonly string[]): string =>
  headings.map(headingKey).filter(Boolean).join('|').slice(0, 300)

/** The kind that a user chose for a list with these headings, now or earlier. */
export const kindSaid = ({ headings }: { readonly headings: readonly string[] }, answers: Answers): ListKind | null =>
  answers.kind ?? answers.kinds[headingsKey(headings)] ?? null

/**
 * Combines the answers given with a file with those of the community; the former take precedence. A heading is found by
 * its key.
 */
export function withAnswers(
  known: Answers,
  kind: ListKind | null,
  columns: readonly { readonly heading: string; readonly meaning: Key | 'none' }[],
): Answers {
  const said: ColumnAnswers = Object.fromEntries(columns.map(({ heading, meaning }) => [headingKey(heading), meaning]))
  // If no kind was chosen, a meaning applies to every kind of list that has it.
  const inKind = (one: ListKind): ColumnAnswers =>
    kind === null || kind === one ? { ...known.columns[one], ...said } : known.columns[one]
  return { kind, columns: { needs: inKind('needs'), roll: inKind('roll') }, kinds: known.kinds }
}
