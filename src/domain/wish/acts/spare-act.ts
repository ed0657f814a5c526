import { type Act, step } from '#domain/wish/act.ts'

/** The file has ended: there is no further call-back, and a monthly wish is not repeated. */
type SpareOrder = { readonly isCalled?: boolean }

export const spareAct: Act<'spare', SpareOrder> = {
  needs: () => [],

  decide: (wish, { isCalled = false }) =>
    step({
      state: wish.state === 'fulfilled' ? 'fulfilled' : 'unconfirmed',
      data: { claimId: wish.claimId, called: isCalled, spent: wish.triesSpentAt !== null },
    }),

  apply: (wish, { at }) => ({ callbackDueAt: null, triesSpentAt: wish.triesSpentAt ?? at, every: null }),

  // A call that was made, or tried in vain, still counts as it was. Otherwise none is due any more.
  applyToClaim: ({ at, data }, id) => {
    if (data.called === true) return null
    return { kind: 'change', id, set: { sparedAt: at, ...(data.spent === true ? {} : { callbackDueAt: null }) } }
  },

  informs: () => [],

  isPublic: false,
}
