import { type Act, hasNote, step } from '#domain/wish/act.ts'
import { noClaim } from '#domain/wish/claim/no-claim.ts'
import { refuse } from '#domain/wish/refusals.ts'

export const releaseAct: Act<'release'> = {
  needs: () => [],

  decide: (wish, order) => {
    if (!hasNote(order, 'handover')) return refuse({ why: 'reason-missing' })
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId } })
  },

  apply: () => noClaim,

  applyToClaim: ({ at }, id) => ({
    kind: 'change',
    id,
    set: { endedAt: at, endReason: 'release', monthSlot: null, contactUntil: at },
    joiners: { kind: 'all-leave' },
  }),

  informs: () => ['poster', 'claimant', 'joiners', 'secretaries', 'fitting'],

  isPublic: true,
}
