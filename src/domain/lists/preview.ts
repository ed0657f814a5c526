import type { Where } from '#domain/reading/addresses.ts'
import type { Difference, DifferenceKind } from './file-facts.ts'
import type { Skipped } from './lines.ts'
import type { Untaken, Unused } from './list-table.ts'
import type { Doubt } from './problems.ts'
import type { NeedRow, RollRow } from './rows.ts'
import type { PersonKey, WhoAnswer } from './same-person.ts'
import type { Heading, SheetLeft } from './understand.ts'

/** What the uploader said about a row; `auto` is nothing yet. */
export const choices = ['auto', 'take', 'skip'] as const
export type Choice = (typeof choices)[number]

/** A row as it waits in a preview. */
export type StoredRow<R> = {
  readonly row: R
  /** The keyed fingerprint of the row as it stood in the file; empty where another line of the file had the same one. */
  readonly origin: string
  readonly choice: Choice
  /** Why the same thing is wished again within the repeat period. */
  readonly reason: string
  /** Whose row it is, where that was asked; missing while nobody has said so. */
  readonly who?: WhoAnswer | null
  /** Which of the differences from the file are taken, where that was asked. */
  readonly changes?: ChangesAnswer | null
}

/** `of` stands for the differences that were shown: of others nothing has been said. */
export type ChangesAnswer = { readonly of: string; readonly take: readonly DifferenceKind[] }

/** How the file was read: it stands open above the rows, so that nothing is left out or guessed unseen. */
export type About = {
  readonly sheets: readonly string[]
  readonly left: readonly SheetLeft[]
  readonly headings: readonly Heading[]
  readonly unused: readonly Unused[]
  readonly notTaken: readonly Untaken[]
  readonly skipped: readonly Skipped[]
  /** Lines that are hidden or filtered away in the file: left out until somebody wants them. */
  readonly hidden: readonly number[]
  /** In how many cells the number of a card was cut out. */
  readonly numbersCut: number
}

export type Draft = { readonly about: About; readonly period: string | null } & (
  | { readonly kind: 'needs'; readonly rows: readonly StoredRow<NeedRow>[] }
  | { readonly kind: 'roll'; readonly rows: readonly StoredRow<RollRow>[] }
)

const ofWholeLists: readonly Doubt['code'][] = [
  'no-phone',
  'age-missing',
  'no-address',
  'address-incomplete',
  'no-unit',
  'month-assumed',
]

/** Doubts that every row has, for a list that has no such column: they are said once, above the rows. */
export function doubtsOfAll(rows: readonly { readonly row: Pick<NeedRow | RollRow, 'doubts'> }[]): readonly Doubt[] {
  const [first, ...others] = rows
  if (!first || others.length === 0) return []
  const has = (doubts: readonly Doubt[], wanted: Doubt) => doubts.some((one) => isSameDoubt(one, wanted))
  return first.row.doubts.filter(
    (doubt) => ofWholeLists.includes(doubt.code) && others.every(({ row }) => has(row.doubts, doubt)),
  )
}

export const isSameDoubt = (one: Doubt, other: Doubt): boolean => JSON.stringify(one) === JSON.stringify(other)

/** How many rows one commit takes: a list of more goes in by parts, and the page counts them. */
export const rowsAtOnce = 25

/** What only the community's own data shows about a row. */
export type Check =
  | { readonly code: 'already'; readonly on: Date; readonly wishCode: string | null }
  | { readonly code: 'not-your-grid'; readonly grid: string }
  | { readonly code: 'repeat'; readonly on: Date; readonly wishCode: string; readonly days: number }
  /** The same thing for the same door, in an earlier line of this file. */
  | { readonly code: 'same-home'; readonly line: number }
  /** The grid of the file, or of the earlier line of the same person, is followed. */
  | { readonly code: 'file-grid'; readonly grid: string; readonly line: number | null }
  | { readonly code: 'known-resident' }
  /** Whether it is one of these, or somebody else. `answer` is null until somebody has said so. */
  | { readonly code: 'who'; readonly candidates: readonly Candidate[]; readonly answer: PersonKey | 'new' | null }
  /** The same person as in an earlier line, of whom it has yet to be said who that is. */
  | { readonly code: 'waits-for'; readonly line: number }
  /** What the row says otherwise than the file, or than an earlier line of the same person. */
  | {
      readonly code: 'differs'
      readonly from: { readonly line: number } | 'file'
      readonly differences: readonly Difference[]
      readonly of: string
      /** What is taken; null until it has been answered. */
      readonly take: readonly DifferenceKind[] | null
      /** Nothing contradicts the file, so that nobody has to answer. */
      readonly isOptional: boolean
    }
  | { readonly code: 'on-the-roll' }
  | { readonly code: 'other-name' }
  | { readonly code: 'has-account' }

/**
 * Somebody whose row it may be. Where they live and how their numbers end is told of residents in the reader's own grids,
 * and of lines of the list.
 */
export type Candidate = {
  readonly key: PersonKey
  readonly name: string
  readonly grid: string
  readonly where: Where | null
  readonly phoneEnds: readonly string[]
  /** Null for a resident on file. */
  readonly line: number | null
}

export const rowStates = ['error', 'undecided', 'doubt', 'ok', 'skipped', 'already'] as const
export type RowState = (typeof rowStates)[number]

type Findings = {
  readonly row: Pick<NeedRow | RollRow, 'doubts' | 'errors'> & { readonly wish?: NeedRow['wish'] }
  readonly checks: readonly Check[]
  readonly choice: Choice
  readonly reason: string
}
export type Standing = {
  readonly state: RowState
  /** Whether a press of a button is enough; otherwise it has to be mended first, or cannot be taken at all. */
  readonly canTake: boolean
  readonly isTaken: boolean
}

/**
 * Where a row stands. Errors, a missing grid, private words left in a wish and a repeat without its reason keep it out
 * until it is mended; an odd quantity, and a wish that may be several or may mean a repair, wait for a yes; every other doubt is only told.
 */
export function standingOf({ row, checks, choice, reason }: Findings): Standing {
  const has = (...codes: readonly Check['code'][]) => checks.some(({ code }) => codes.includes(code))
  const out = { canTake: false, isTaken: false }
  if (has('already', 'on-the-roll')) return { state: 'already', ...out }
  if (choice === 'skip') return { state: 'skipped', canTake: true, isTaken: false }
  if (row.errors.length > 0 || has('not-your-grid', 'other-name')) return { state: 'error', ...out }

  if (has('waits-for') || checks.some(isUnanswered)) return { state: 'undecided', ...out }
  const lacksReason = has('repeat', 'same-home') && reason.trim() === ''
  if (lacksReason || row.doubts.some((doubt) => mustBeMended(doubt, row.wish))) return { state: 'undecided', ...out }
  if (choice === 'auto' && row.doubts.some(({ code }) => asked.includes(code)))
    return { state: 'undecided', canTake: true, isTaken: false }

  const isDoubtful = row.doubts.length > 0 || checks.some((check) => !isSettledCheck(check))
  return { state: isDoubtful ? 'doubt' : 'ok', canTake: true, isTaken: true }
}

/** Doubts that wait for a yes. */
const asked: readonly Doubt['code'][] = ['odd-quantity', 'maybe-several', 'repair-or-new']

const isUnanswered = (check: Check): boolean =>
  (check.code === 'who' && check.answer === null) ||
  (check.code === 'differs' && check.take === null && !check.isOptional)

/** Nothing to be looked at: a resident who is on file, and what somebody has answered. */
const isSettledCheck = (check: Check): boolean =>
  check.code === 'known-resident' ||
  (check.code === 'who' && check.answer !== null) ||
  (check.code === 'differs' && check.take !== null)

/** Words of an illness, a hardship or a belief are cut out where the catalogue names the thing; in free words they stay. */
function mustBeMended(doubt: Doubt, wish: NeedRow['wish'] | undefined): boolean {
  if (['no-grid', 'unknown-grid', 'spreadsheet-date'].includes(doubt.code)) return true
  return 'where' in doubt && doubt.where === 'wish' && wish?.item === null
}
