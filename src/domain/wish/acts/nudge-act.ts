import { type Act, step } from '#domain/wish/act.ts'

/** Staff ask the claimant how far they are. It changes no date and is not in the public history. */
export const nudgeAct: Act<'nudge'> = {
  needs: () => [],
  decide: (wish) => step({ data: { claimId: wish.claimId } }),
  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['claimant', 'joiners', 'enteredBy'],
  isPublic: false,
}
