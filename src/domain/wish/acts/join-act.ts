import { actorId } from '#domain/people/actor.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Volunteer } from './claim-act.ts'

/** `quantity` is the joiner's part; the claimant brings at least one. */
type JoinOrder = { readonly volunteer: Volunteer; readonly quantity: number }

export const joinAct: Act<'join', JoinOrder> = {
  needs: () => [],

  decide: (wish, { volunteer, quantity }, actor, { known }) => {
    const by = actorId(actor)
    if (!volunteer.isActive) return refuse({ why: 'not-active' })
    if (volunteer.id !== by) return refuse({ why: 'not-allowed', action: 'join' })
    if (by === wish.postedBy) return refuse({ why: 'one-side' })
    if (known.codeShownTo.includes(by)) return refuse({ why: 'knows-code' })
    if (by === wish.barredId) return refuse({ why: 'new-owner' })
    if (!wish.isJoint || by === wish.claimantId || wish.joiners.some((one) => one.personId === by))
      return refuse({ why: 'not-joint' })
    const left = shareLeft(wish)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > left) return refuse({ why: 'share-taken', left })
    return step({ data: { claimId: wish.claimId, personId: by, unit: volunteer.unitId, quantity } })
  },

  apply: (wish, { data }) => ({
    joiners: [...wish.joiners, { personId: data.personId as string, quantity: data.quantity as number }],
  }),

  applyToClaim: ({ data }, id) => ({
    kind: 'change',
    id,
    set: {},
    joiners: {
      kind: 'join',
      personId: data.personId as string,
      unitId: data.unit as string | null,
      quantity: data.quantity as number,
    },
  }),

  informs: () => ['claimant'],

  isPublic: false,
}

/** How many more joiners may promise; the claimant's own one is already subtracted. */
export const shareLeft = (wish: Pick<Wish, 'quantity' | 'joiners'>): number =>
  wish.quantity - 1 - wish.joiners.reduce((sum, one) => sum + one.quantity, 0)
