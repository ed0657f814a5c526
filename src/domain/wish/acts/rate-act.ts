import type { Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'

type RateOrder = { readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }

export const rateAct: Act<'rate', RateOrder> = {
  needs: () => [{ kind: 'file' }],
  decide: (wish, { speaker, satisfaction }) => step({ data: { claimId: wish.claimId, speaker, satisfaction } }),
  apply: (_wish, { data }) => ({ satisfaction: (data.satisfaction ?? null) as Satisfaction | null }),
  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: { calledAt: at, satisfaction: (data.satisfaction ?? null) as string | null },
  }),
  informs: () => ['claimant'],
  isPublic: false,
}
