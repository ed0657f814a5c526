import { type WithdrawReason, withdrawReasons } from '#domain/vocabulary.ts'
import { type ActWithForm, step } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/claim/no-claim.ts'

export const withdrawAct: ActWithForm<'withdraw', { readonly reason: WithdrawReason }> = {
  form: { note: 'reason', reasons: withdrawReasons },

  needs: () => [],

  decide: (wish, { reason }) => step({ dueAt: null, data: { claimId: wish.claimId, reason } }),

  apply: (_wish, { at, data }) => ({ ...noClaim, endedAt: at, endReason: data.reason as string, informSince: null }),

  applyToClaim: ({ at }, id) => ({
    kind: 'change',
    id,
    set: { endedAt: at, endReason: 'withdraw', monthSlot: null, contactUntil: at },
    joiners: { kind: 'all-leave' },
  }),

  informs: () => ['poster', 'claimant', 'joiners'],

  isPublic: true,
}
