import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

type SpareOrder = {
  readonly isCalled?: boolean
  /** The receiving side has rated the delivery on its page. Without it the file has ended, and nothing comes back by itself. */
  readonly onPage?: boolean
}

/** No call-back any more. */
export const spareAct: Act<'spare', SpareOrder> = {
  needs: () => [],

  decide: (wish, { isCalled = false, onPage = false }, actor) => {
    if (onPage !== (actor.kind === 'receiver')) return refuse({ why: 'not-allowed', action: 'spare' })
    if (onPage) {
      if (wish.state !== 'fulfilled' || !wish.satisfaction) return refuse({ why: 'not-allowed', action: 'spare' })
      return step({ state: 'fulfilled', data: { claimId: wish.claimId, reason: 'said-on-page' } })
    }
    return step({
      state: wish.state === 'fulfilled' ? 'fulfilled' : 'unconfirmed',
      data: { claimId: wish.claimId, called: isCalled, spent: wish.triesSpentAt !== null },
    })
  },

  apply: (wish, { at, data }) =>
    data.reason === 'said-on-page'
      ? { callbackDueAt: null }
      : { callbackDueAt: null, triesSpentAt: wish.triesSpentAt ?? at, every: null },

  // A call that was made, or tried in vain, still counts; what was said on the page keeps its place among those due.
  applyToClaim: ({ at, data }, id) => {
    if (data.reason === 'said-on-page') return { kind: 'change', id, set: { sparedAt: at } }
    if (data.called === true) return null
    return { kind: 'change', id, set: { sparedAt: at, ...(data.spent === true ? {} : { callbackDueAt: null }) } }
  },

  informs: () => [],

  isPublic: false,
}
