import type { ReopenReason, Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/no-claim.ts'
import { refuse } from '#domain/wish/refusals.ts'

type ReopenOrder = {
  readonly reason: ReopenReason
  readonly speaker: Speaker
  readonly satisfaction: Satisfaction | null
  /** On the page of the receiving side; without it to a caller. */
  readonly onPage?: boolean
}

export const reopenAct: Act<'reopen', ReopenOrder> = {
  needs: () => [{ kind: 'file' }],

  decide: (wish, { reason, speaker, satisfaction, onPage = false }, actor) => {
    if (onPage !== (actor.kind === 'receiver')) return refuse({ why: 'not-allowed', action: 'reopen' })
    const said = { reason, speaker, satisfaction, ...(onPage ? { onPage } : {}) }
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId, barredId: wish.claimantId, ...said } })
  },

  apply: (wish, { data }) => ({ ...noClaim, reopened: wish.reopened + 1, barredId: data.barredId as string }),

  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: {
      answer: 'not-received',
      ...(data.onPage === true ? { saidAt: at } : { calledAt: at }),
      satisfaction: (data.satisfaction ?? null) as string | null,
      contactUntil: at,
    },
  }),

  informs: () => ['poster', 'claimant', 'secretaries', 'fitting'],

  isPublic: true,
}
