import type { Refusal } from '#domain/wish/refusals.ts'

/** What the page of a wish shows about waiting and joint claims; each part is null if it is not for this reader. */
export type Waits = {
  readonly postpone: Postpone | null
  /** Days after which someone asked whether it is still needed; null if no answer is expected. */
  readonly askedAfter: number | null
  /** The branch in the reader's own file; empty if there is none or nothing to claim. */
  readonly ownBranch: string
  /** The branch that has made the claim. */
  readonly ledBy: string
  readonly joint: Joint | null
  /** The monthly wish that this one repeats. */
  readonly before: string | null
}

/** The dates to choose from, both inclusive, or why no other date is possible. */
export type Postpone =
  | { readonly kind: 'open'; readonly from: string; readonly until: string; readonly limit: number }
  | { readonly kind: 'over'; readonly why: Refusal }

export type Joint = {
  /** How many pieces no one has promised yet. */
  readonly left: number
  readonly mayJoin: boolean
  readonly isJoiner: boolean
  /** The people of the claim, the claimant first; only for themselves and for staff. */
  readonly people: readonly Helper[] | null
}
export type Helper = {
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly quantity: number
  readonly isLead: boolean
}
