import { type Act, hasNote, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

export const returnAct: Act<'return'> = {
  needs: () => [],
  decide: (_wish, order) => (hasNote(order, 'reason') ? step({}) : refuse({ why: 'reason-missing' })),
  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['poster'],
  isPublic: false,
}
