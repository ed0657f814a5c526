import type { PageCall } from '#domain/receipts/page-call.ts'
import type { Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

type RateOrder = {
  readonly speaker: Speaker
  readonly satisfaction: Satisfaction | null
  /** On the page of the receiving side; without it to a caller. */
  readonly onPage?: boolean
  readonly call?: PageCall
}

export const rateAct: Act<'rate', RateOrder> = {
  needs: () => [{ kind: 'file' }],

  decide: (wish, { speaker, satisfaction, onPage = false, call }, actor) => {
    if (onPage !== (actor.kind === 'receiver')) return refuse({ why: 'not-allowed', action: 'rate' })
    if (onPage && wish.satisfaction) return refuse({ why: 'rated-already' })
    const said = { speaker, satisfaction, ...(onPage ? { onPage } : {}), ...(call ? { call } : {}) }
    return step({ data: { claimId: wish.claimId, ...said } })
  },

  apply: (_wish, { data }) => ({ satisfaction: (data.satisfaction ?? null) as Satisfaction | null }),

  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: {
      ...(data.onPage === true ? { saidAt: at } : { calledAt: at }),
      satisfaction: (data.satisfaction ?? null) as string | null,
    },
  }),

  informs: () => ['claimant'],

  isPublic: false,
}
