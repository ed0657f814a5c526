import type { Where } from '#domain/reading/addresses.ts'
import type { Difference, DifferenceKind } from './file-facts.ts'
import type { Doubt } from './problems.ts'
import type { NeedRow, RollRow } from './rows.ts'
import type { PersonKey, WhoAnswer } from './same-person.ts'
import type { About } from './understand.ts'

/** The uploader's choice for a row; `auto` means none yet. */
export const choices = ['auto', 'take', 'skip'] as const
export type Choice = (typeof choices)[number]

/** A row in a preview that has not been imported yet. */
export type StoredRow<R> = {
  readonly row: R
  /** The keyed fingerprint of the row as it was in the file; empty if another line of the file had the same one. */
  readonly origin: string
  readonly choice: Choice
  /** Why the same item is wished for again within the repeat period. */
  readonly reason: string
  /** The answer to whose row it is; missing while the question is open. */
  readonly who?: WhoAnswer | null
  /** The answer to which differences from the file are taken over. */
  readonly changes?: ChangesAnswer | null
}

/** `of` identifies the differences that were shown; the answer does not apply to any others. */
export type ChangesAnswer = { readonly of: string; readonly take: readonly DifferenceKind[] }

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

/** Doubts shared by all rows, because the list lacks a column. The page shows them once, above the rows. */
export function doubtsOfAll(rows: readonly { readonly row: Pick<NeedRow | RollRow, 'doubts'> }[]): readonly Doubt[] {
  const [first, ...others] = rows
  if (!first || others.length === 0) return []
  const has = (doubts: readonly Doubt[], wanted: Doubt) => doubts.some((one) => isSameDoubt(one, wanted))
  return first.row.doubts.filter(
    (doubt) => ofWholeLists.includes(doubt.code) && others.every(({ row }) => has(row.doubts, doubt)),
  )
}

export const isSameDoubt = (one: Doubt, other: Doubt): boolean => JSON.stringify(one) === JSON.stringify(other)

/** How many rows one commit imports. Longer lists are imported in parts, with their progress on the page. */
export const rowsAtOnce = 25

/** What a comparison with the community's own data shows about a row. */
export type Check =
  | { readonly code: 'already'; readonly on: Date; readonly wishCode: string | null }
  | { readonly code: 'not-your-grid'; readonly grid: string }
  | { readonly code: 'repeat'; readonly on: Date; readonly wishCode: string; readonly days: number }
  /** The number of this item for the same household within a year, including this row. */
  | { readonly code: 'often'; readonly itemId: string; readonly count: number }
  /** The same item for the same household, in an earlier line of this list. */
  | { readonly code: 'same-home'; readonly line: number }
  /** The grid is taken from the resident's file, or from an earlier line about the same person. */
  | { readonly code: 'file-grid'; readonly grid: string; readonly line: number | null }
  | { readonly code: 'known-resident' }
  /**
   * Whether the row is about one of these people, or about someone else. `answer` is null while the question is open.
   */
  | { readonly code: 'who'; readonly candidates: readonly Candidate[]; readonly answer: PersonKey | 'new' | null }
  /** The same person as in an earlier line whose own question is still open. */
  | { readonly code: 'waits-for'; readonly line: number }
  /** How the row differs from the file, or from an earlier line about the same person. */
  | {
      readonly code: 'differs'
      readonly from: { readonly line: number } | 'file'
      readonly differences: readonly Difference[]
      readonly of: string
      /** What is taken over; null while the question is open. */
      readonly take: readonly DifferenceKind[] | null
      /** Nothing contradicts the file, so no answer is needed. */
      readonly isOptional: boolean
    }
  | { readonly code: 'on-the-roll' }
  | { readonly code: 'other-name' }
  | { readonly code: 'has-account' }

/**
 * A person the row may be about. Address and the last digits of phone numbers are shown only for residents in the
 * reader's own grids, and for lines of the list.
 */
export type Candidate = {
  readonly key: PersonKey
  readonly name: string
  readonly grid: string
  readonly where: Where | null
  readonly phoneEnds: readonly string[]
  /** Null for a resident with a file. */
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
export type RowStatus = {
  readonly state: RowState
  /** Whether the user can simply take the row. Otherwise it has to be corrected first, or cannot be taken at all. */
  readonly canTake: boolean
  readonly isTaken: boolean
}

/**
 * What a row still needs. Errors, a missing grid, private words in a wish, or a repeat without a reason exclude it
 * until it is corrected. What is odd or expensive, or a wish that may be several or may mean
 * a repair, needs a confirmation. All other doubts are only shown.
 */
export function statusOfRow({ row, checks, choice, reason }: Findings): RowStatus {
  const has = (...codes: readonly Check['code'][]) => checks.some(({ code }) => codes.includes(code))
  const out = { canTake: false, isTaken: false }
  if (has('already', 'on-the-roll')) return { state: 'already', ...out }
  if (choice === 'skip') return { state: 'skipped', canTake: true, isTaken: false }
  if (row.errors.length > 0 || has('not-your-grid', 'other-name')) return { state: 'error', ...out }

  if (has('waits-for') || checks.some(isUnanswered)) return { state: 'undecided', ...out }
  const lacksReason = has('repeat', 'same-home') && reason.trim() === ''
  if (lacksReason || row.doubts.some((doubt) => mustBeMended(doubt, row.wish))) return { state: 'undecided', ...out }
  if (choice === 'auto' && (has('often') || row.doubts.some(({ code }) => asked.includes(code))))
    return { state: 'undecided', canTake: true, isTaken: false }

  const isDoubtful = row.doubts.length > 0 || checks.some((check) => !isSettledCheck(check))
  return { state: isDoubtful ? 'doubt' : 'ok', canTake: true, isTaken: true }
}

/** Doubts that need a confirmation. */
const asked: readonly Doubt['code'][] = ['odd-quantity', 'many', 'dear', 'maybe-several', 'repair-or-new']

const isUnanswered = (check: Check): boolean =>
  (check.code === 'who' && check.answer === null) ||
  (check.code === 'differs' && check.take === null && !check.isOptional)

/** Checks that need no attention: the resident has a file, or the question has been answered. */
const isSettledCheck = (check: Check): boolean =>
  check.code === 'known-resident' ||
  (check.code === 'who' && check.answer !== null) ||
  (check.code === 'differs' && check.take !== null)

/**
 * Private words (illness, hardship, belief) are removed if the catalogue names the item; in free words they stay, and
 * the user has to remove them.
 */
function mustBeMended(doubt: Doubt, wish: NeedRow['wish'] | undefined): boolean {
  if (['no-grid', 'unknown-grid', 'spreadsheet-date'].includes(doubt.code)) return true
  return 'where' in doubt && doubt.where === 'wish' && wish?.item === null
}
