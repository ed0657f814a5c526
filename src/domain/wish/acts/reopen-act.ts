import type { ReopenReason, Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/claim/no-claim.ts'
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
    // The call says something else than the page did: the secretary looks at it.
    const contradicts = !onPage && wish.confirmedHow === 'page'
    const said = {
      reason,
      speaker,
      satisfaction,
      ...(onPage ? { onPage } : {}),
      ...(contradicts ? { contradicts } : {}),
    }
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId, barredId: wish.claimantId, ...said } })
  },

  apply: (wish, { data }) => ({ ...noClaim, reopened: wish.reopened + 1, barredId: data.barredId as string }),

  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: {
      answer: 'not-received',
      ...(data.onPage === true ? { saidAt: at, sparedAt: at } : { calledAt: at }),
      satisfaction: (data.satisfaction ?? null) as string | null,
      contactUntil: at,
    },
  }),

  informs: () => ['poster', 'claimant', 'secretaries', 'fitting'],

  isPublic: true,
}
