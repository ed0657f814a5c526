import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** The call-back is given up after as many tries as the rules ask for. */
export const exhaustAct: Act<'exhaust'> = {
  needs: () => [],
  decide: (wish) => (wish.triesSpentAt ? step({ data: { claimId: wish.claimId } }) : refuse({ why: 'tries-left' })),
  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['poster', 'secretaries'],
  isPublic: false,
}
