import { type Act, step } from '#domain/wish/act.ts'
import { afterTry, countTry } from '#domain/wish/callback.ts'

type TryOrder = { readonly outcome: 'no-answer' | 'refused' }

export const tryAct: Act<'try', TryOrder> = {
  needs: () => [{ kind: 'file' }],
  decide: (wish, { outcome }, _actor, { now, promised }) =>
    step({ data: { claimId: wish.claimId, outcome, ...countTry(wish, now, promised.callbackTries) } }),
  apply: (wish, { at, data }) => afterTry(wish, data, at),
  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: data.spent === true ? { triesSpentAt: at } : {},
    tries: 1,
  }),
  informs: () => [],
  isPublic: false,
}
