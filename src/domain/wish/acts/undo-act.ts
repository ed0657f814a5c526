import { isSecretaryOf } from '#domain/people/actor.ts'
import { minute } from '#domain/time/durations.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { noTries } from '#domain/wish/callback.ts'
import { lowestFree } from '#domain/wish/claim/lowest-free.ts'
import { refuse } from '#domain/wish/refusals.ts'

export const undoAct: Act<'undo'> = {
  // The claim is open again and takes one of the volunteer's slots.
  needs: (_order, { claimantId }) => (claimantId ? [{ kind: 'slots', personId: claimantId }] : []),

  decide: (wish, _order, actor, { now, promised, known }) => {
    const ageMs = now.getTime() - (wish.deliveredAt?.getTime() ?? 0)
    if (ageMs > promised.undoMinutes * minute && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'undo-too-late', minutes: promised.undoMinutes })
    return step({ data: { claimId: wish.claimId, slot: lowestFree(known.slots) } })
  },

  apply: () => ({
    deliveredAt: null,
    deliveredBy: null,
    callbackDueAt: null,
    ...noTries,
    // The claimant has already been in contact with the resident, so that reminder is not sent again.
    stepsDone: ['contact'],
  }),

  applyToClaim: ({ data }, id) => ({
    kind: 'change',
    id,
    set: {
      deliveredAt: null,
      callbackDueAt: null,
      contactUntil: null,
      endedAt: null,
      endReason: null,
      triesSpentAt: null,
      slot: data.slot as number,
    },
  }),

  informs: () => ['poster', 'claimant'],

  isPublic: true,
}
