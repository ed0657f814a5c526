import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** The resident was informed that the date has changed. */
export const informAct: Act<'inform'> = {
  needs: () => [],
  decide: (wish) => (wish.informSince ? step({}) : refuse({ why: 'not-told' })),
  apply: () => ({ informSince: null }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: false,
}
