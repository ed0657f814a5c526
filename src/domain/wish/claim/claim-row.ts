import type { Door } from '#domain/doors/door.ts'

/** One claim of a wish and what became of it: a row of `claims`. */
export type Claim = {
  readonly id: string
  readonly wishId: string
  readonly communityId: string
  readonly gridId: string
  readonly round: number
  readonly personId: string
  readonly unitId: string | null
  readonly enteredBy: string
  readonly slot: number
  readonly month: string
  readonly monthSlot: number | null
  readonly claimedAt: Date
  readonly dueAt: Date
  readonly deliveredAt: Date | null
  readonly callbackDueAt: Date | null
  readonly calledAt: Date | null
  /** When the receiving side said on its own page what became of the delivery. */
  readonly saidAt: Date | null
  /**
   * When the last try that the rules ask for failed. The call-back counts as exhausted unless the resident was reached
   * later.
   */
  readonly triesSpentAt: Date | null
  readonly answer: 'received' | 'not-received' | null
  readonly satisfaction: string | null
  readonly contactUntil: Date | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  readonly extra: boolean
  /** When it was decided that the resident is not called any more: the file has ended, or they said it on their page. */
  readonly sparedAt: Date | null
  /** How the claim came in; null where it was not recorded. */
  readonly door: Door | null
}

export type ClaimChange =
  | { readonly kind: 'begin'; readonly claim: Claim }
  | {
      readonly kind: 'change'
      readonly id: string
      readonly set: Partial<Claim>
      readonly tries?: 1
      readonly joiners?: JoinerChange
    }

/** What happens to the rows of the joiners of a joint claim. */
export type JoinerChange =
  | { readonly kind: 'join'; readonly personId: string; readonly unitId: string | null; readonly quantity: number }
  | { readonly kind: 'leave'; readonly personId: string }
  | { readonly kind: 'all-leave' }
