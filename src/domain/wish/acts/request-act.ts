import { actorId } from '#domain/people/actor.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { limitReached } from '#domain/wish/claim/claim-limit.ts'
import { refuse } from '#domain/wish/refusals.ts'
import { type Volunteer, whyNotClaim } from './claim-act.ts'

type RequestOrder = { readonly volunteer: Volunteer }

/** A volunteer at a limit asks the secretary to approve one more claim. The approval is a claim that the secretary enters. */
export const requestAct: Act<'request', RequestOrder> = {
  needs: ({ volunteer: { id, unitId } }) => [
    { kind: 'slots', personId: id },
    ...(unitId ? [{ kind: 'unit-slots' as const, unitId }] : []),
    { kind: 'requests' },
  ],

  decide: (wish, { volunteer }, actor, situation) => {
    const by = actorId(actor)
    if (volunteer.id !== by) return refuse({ why: 'not-allowed', action: 'request' })
    const refusal = whyNotClaim(wish, volunteer, by, situation.known)
    if (refusal) return refuse(refusal)
    if (situation.known.requestedBy.includes(by)) return refuse({ why: 'requested-already' })
    if (!limitReached(situation.known, volunteer.unitId, situation)) return refuse({ why: 'has-room' })
    return step({ data: { personId: by } })
  },

  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['secretaries'],
  isPublic: false,
}
