import type { Act } from '#domain/wish/act.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'
import { withStep } from '#domain/wish/clock/clock-steps.ts'

/** A monthly wish was repeated: the act `draft` writes the new draft in the same commit. */
export const repeatAct: Act<'repeat', { readonly draftId: string }> = {
  needs: () => [],
  decide: (wish, { draftId }, _actor, situation) =>
    asAnnounced(wish, 'repeat', situation, { data: { step: 'repeat', draftId } }),
  apply: ({ stepsDone }, { data }) => ({ stepsDone: withStep(stepsDone, data.step) }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
