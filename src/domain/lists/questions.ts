import { squeezed } from '#domain/reading/cells.ts'
import { bareHeading, type Key, type ListKind } from './headings.ts'

/** What a person has said about a list of one kind: what a heading means, `none` for a column that is not to be read. */
export type ColumnAnswers = Readonly<Record<string, Key | 'none'>>

/** Answers given just now come before those that the community has given for earlier lists. */
export type Answers = {
  readonly kind: ListKind | null
  readonly columns: Readonly<Record<ListKind, ColumnAnswers>>
  /** The kind of a list by its headings, as `headingsKey` writes them. */
  readonly kinds: Readonly<Record<string, ListKind>>
}
export const noAnswers: Answers = { kind: null, columns: { needs: {}, roll: {} }, kinds: {} }

/** What the program does not decide by itself. */
export type Doubtful =
  | { readonly code: 'kind' }
  | { readonly code: 'missing'; readonly key: Key }
  | { readonly code: 'several'; readonly key: Key; readonly headings: readonly string[] }
  | { readonly code: 'either'; readonly heading: string; readonly keys: readonly Key[] }
  | { readonly code: 'whose-phone'; readonly heading: string }
  | { readonly code: 'odd-values'; readonly heading: string; readonly key: Key }

/** A list that can be read once somebody has said what it is. Nothing of it is kept but its headings. */
export type Question = {
  readonly sheet: string
  /** The line of the (last) headings, as Excel counts. */
  readonly line: number
  readonly kind: ListKind
  readonly doubtful: readonly Doubtful[]
  /** `guess` is empty where the person has to choose: a press of the button alone answers nothing. */
  readonly columns: readonly {
    readonly heading: string
    readonly guess: Key | 'none' | ''
    readonly isAsked: boolean
  }[]
}

/** Under which a heading is remembered. */
export const headingKey = (heading: string): string => squeezed(bareHeading(heading)).slice(0, 80)

/** Under which the kind of a list is remembered: its headings in their order. */
export const headingsKey = (headings: readonly string[]): string =>
  headings.map(headingKey).filter(Boolean).join('|').slice(0, 300)

/** The kind that somebody has said for a list with these headings, just now or before. */
export const kindSaid = ({ headings }: { readonly headings: readonly string[] }, answers: Answers): ListKind | null =>
  answers.kind ?? answers.kinds[headingsKey(headings)] ?? null

/** Answers given with a file, before those of the community; a heading is looked for under its key. */
export function withAnswers(
  known: Answers,
  kind: ListKind | null,
  columns: readonly { readonly heading: string; readonly meaning: Key | 'none' }[],
): Answers {
  const said: ColumnAnswers = Object.fromEntries(columns.map(({ heading, meaning }) => [headingKey(heading), meaning]))
  // Where no kind was said, a meaning counts in whichever kind of list has it.
  const inKind = (one: ListKind): ColumnAnswers =>
    kind === null || kind === one ? { ...known.columns[one], ...said } : known.columns[one]
  return { kind, columns: { needs: inKind('needs'), roll: inKind('roll') }, kinds: known.kinds }
}
