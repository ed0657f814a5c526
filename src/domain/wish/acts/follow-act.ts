import type { FollowOutcome } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'

/** The office was asked what has become of a referral. */
export const followAct: Act<'follow', { readonly outcome: FollowOutcome }> = {
  needs: () => [],
  decide: (_wish, { outcome }) => step({ data: { outcome } }),
  // The wait for the office begins again.
  apply: (_wish, { at }) => ({ remindedAt: at }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
