import type { Refusal } from '#domain/wish/refusals.ts'

/** What the page of a wish says about waiting and helping; each part null where it is not for this reader. */
export type Waits = {
  readonly postpone: Postpone | null
  /** Days after which somebody asked whether it is still needed; null where nobody waits for that answer. */
  readonly askedAfter: number | null
  /** The branch on the reader's own file; empty where there is none or nothing to claim. */
  readonly ownBranch: string
  /** The branch that leads the claim. */
  readonly ledBy: string
  readonly joint: Joint | null
  /** The wish that came back as this one. */
  readonly before: string | null
}

/** Days to choose from, both included; or why no other day can be chosen any more. */
export type Postpone =
  | { readonly kind: 'open'; readonly from: string; readonly until: string; readonly limit: number }
  | { readonly kind: 'over'; readonly why: Refusal }

export type Joint = {
  /** How many of the things nobody has taken on. */
  readonly left: number
  readonly mayJoin: boolean
  readonly isJoiner: boolean
  /** Whoever helps, the one who leads first; only for themselves and for those inside. */
  readonly people: readonly Helper[] | null
}
export type Helper = {
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly quantity: number
  readonly isLead: boolean
}
