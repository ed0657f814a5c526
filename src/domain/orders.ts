import type { Note } from './events.ts'
import type { Action } from './lifecycle.ts'
import type { Content } from './wish.ts'
import type { ReferReason, ReopenReason, Satisfaction, Speaker, WithdrawReason } from './words.ts'

/** A volunteer as a claim needs to know them. */
export type Volunteer = { readonly id: string; readonly unitId: string | null; readonly isActive: boolean }

type Orders = {
  post: {
    readonly code: string
    readonly communityId: string
    readonly content: Content
    readonly hasRepeatReason: boolean
    /** From a list: never opened at once, whatever the community's rule. */
    readonly isImport: boolean
    /** The time on the phone that kept it while there was no signal. A phone's clock may be wrong: no deadline is reckoned from it. */
    readonly typedAtSeconds?: number | null
  }
  amend: { readonly content: Content; readonly fields: readonly string[]; readonly hasRepeatReason: boolean }
  publish: { readonly publicText: string; readonly approvesValue: boolean }
  return: object
  claim: { readonly claimId: string; readonly volunteer: Volunteer; readonly isExtra: boolean }
  schedule: { readonly visitAt: Date }
  release: object
  lapse: object
  deliver: object
  undo: object
  confirm:
    | { readonly how: 'code' }
    | { readonly how: 'call'; readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  try: { readonly outcome: 'no-answer' | 'refused' }
  exhaust: object
  rate: { readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  reopen: { readonly reason: ReopenReason; readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  refer: { readonly reason: ReferReason }
  withdraw: { readonly reason: WithdrawReason }
}

export type Order<A extends Action = Action> = {
  [K in A]: { readonly action: K; readonly notes?: readonly Note[] } & Orders[K]
}[A]
