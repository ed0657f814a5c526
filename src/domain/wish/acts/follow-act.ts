import type { FollowOutcome } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'

/** Staff asked the office about a referral that it has not answered. */
export const followAct: Act<'follow', { readonly outcome: FollowOutcome }> = {
  needs: () => [],
  decide: (_wish, { outcome }) => step({ data: { outcome } }),
  // The time until the next reminder starts again.
  apply: (_wish, { at }) => ({ remindedAt: at }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
