import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** The resident was informed that the date has changed. */
export const informAct: Act<'inform'> = {
  needs: () => [],
  decide: (wish) => (wish.tellSince ? step({}) : refuse({ why: 'not-told' })),
  apply: () => ({ tellSince: null }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
