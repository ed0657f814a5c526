import { type Act, step } from '#domain/wish/act.ts'

/** No call-back any more, and nothing comes back by itself: the file has ended. */
type SpareOrder = { readonly isCalled?: boolean }

export const spareAct: Act<'spare', SpareOrder> = {
  needs: () => [],

  decide: (wish, { isCalled = false }) =>
    step({
      state: wish.state === 'fulfilled' ? 'fulfilled' : 'unconfirmed',
      data: { claimId: wish.claimId, called: isCalled, spent: wish.triesSpentAt !== null },
    }),

  apply: (wish, { at }) => ({ callbackDueAt: null, triesSpentAt: wish.triesSpentAt ?? at, every: null }),

  // A call that was made, or tried in vain, still counts; any other is no longer due.
  applyToClaim: ({ at, data }, id) => {
    if (data.called === true) return null
    return { kind: 'change', id, set: { sparedAt: at, ...(data.spent === true ? {} : { callbackDueAt: null }) } }
  },

  informs: () => [],

  isPublic: false,
}
