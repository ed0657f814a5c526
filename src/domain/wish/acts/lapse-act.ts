import type { Act } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/claim/no-claim.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'

export const lapseAct: Act<'lapse'> = {
  needs: () => [],

  decide: (wish, _order, _actor, situation) =>
    asAnnounced(wish, 'lapse', situation, {
      unitId: null,
      dueAt: null,
      data: { claimId: wish.claimId, tell: true },
    }),

  apply: () => noClaim,

  applyToClaim: ({ at }, id) => ({
    kind: 'change',
    id,
    set: { endedAt: at, endReason: 'lapse', monthSlot: null, contactUntil: at },
    joiners: { kind: 'all-leave' },
  }),

  informs: () => ['poster', 'claimant', 'joiners', 'secretaries', 'fitting'],

  isPublic: true,
}
