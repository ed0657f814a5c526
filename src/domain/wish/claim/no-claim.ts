import { noTries } from '#domain/wish/callback.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** The fields of a wish that has no claim: before the first one, or after one was given up. */
export const noClaim = {
  claimId: null,
  claimantId: null,
  enteredBy: null,
  deliveredBy: null,
  claimedAt: null,
  visitAt: null,
  deliveredAt: null,
  callbackDueAt: null,
  ...noTries,
  confirmedAt: null,
  confirmedHow: null,
  satisfaction: null,
  claimPostponed: false,
  isJoint: false,
  forBranch: false,
  joiners: [],
} as const satisfies Partial<Wish>
