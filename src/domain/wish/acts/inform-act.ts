import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** The resident has been informed that the day has moved. */
export const informAct: Act<'inform'> = {
  needs: () => [],
  decide: (wish) => (wish.tellSince ? step({}) : refuse({ why: 'not-told' })),
  apply: () => ({ tellSince: null }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
