import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** No more call-backs are tried, because all the tries that the rules ask for have failed. */
export const exhaustAct: Act<'exhaust'> = {
  needs: () => [],
  decide: (wish) => (wish.triesSpentAt ? step({ data: { claimId: wish.claimId } }) : refuse({ why: 'tries-left' })),
  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['poster', 'secretaries'],
  isPublic: false,
}
