import { actorId, isSecretaryOf } from '#domain/people/actor.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** Names the joiner where the secretary ends that volunteer's role; otherwise the actor leaves. */
type LeaveOrder = { readonly personId?: string }

export const leaveAct: Act<'leave', LeaveOrder> = {
  needs: () => [],

  decide: (wish, { personId = '' }, actor) => {
    const own = actorId(actor)
    const whose = personId && isSecretaryOf(actor, wish.communityId) ? personId : own
    if (!wish.joiners.some((one) => one.personId === whose)) return refuse({ why: 'not-allowed', action: 'leave' })
    return step({ data: { claimId: wish.claimId, personId: whose } })
  },

  apply: (wish, { data }) => ({ joiners: wish.joiners.filter((joiner) => joiner.personId !== data.personId) }),

  applyToClaim: ({ data }, id) => ({
    kind: 'change',
    id,
    set: {},
    joiners: { kind: 'leave', personId: data.personId as string },
  }),

  informs: () => ['claimant'],

  isPublic: false,
}
