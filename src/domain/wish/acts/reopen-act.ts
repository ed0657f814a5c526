import type { ReopenReason, Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/no-claim.ts'

type ReopenOrder = {
  readonly reason: ReopenReason
  readonly speaker: Speaker
  readonly satisfaction: Satisfaction | null
}

export const reopenAct: Act<'reopen', ReopenOrder> = {
  needs: () => [{ kind: 'file' }],

  decide: (wish, { reason, speaker, satisfaction }) =>
    step({
      unitId: null,
      dueAt: null,
      data: { claimId: wish.claimId, barredId: wish.claimantId, reason, speaker, satisfaction },
    }),

  apply: (wish, { data }) => ({ ...noClaim, reopened: wish.reopened + 1, barredId: data.barredId as string }),

  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: {
      answer: 'not-received',
      calledAt: at,
      satisfaction: (data.satisfaction ?? null) as string | null,
      contactUntil: at,
    },
  }),

  informs: () => ['poster', 'claimant', 'secretaries', 'fitting'],

  isPublic: true,
}
