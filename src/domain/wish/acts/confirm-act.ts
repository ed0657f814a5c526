import type { PageCall } from '#domain/receipts/page-call.ts'
import type { Satisfaction, Speaker } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { partiesOf } from '#domain/wish/parties.ts'
import { refuse } from '#domain/wish/refusals.ts'

type ConfirmOrder =
  | { readonly how: 'code' }
  /** What the receiving side said: to an independent caller, or on its own page. */
  | {
      readonly how: 'call' | 'page'
      readonly speaker: Speaker
      readonly satisfaction: Satisfaction | null
      readonly call?: PageCall
    }

const saidBy = { call: 'caller', page: 'receiver' } as const

export const confirmAct: Act<'confirm', ConfirmOrder> = {
  // Once the file has ended, no one calls the family, but the claimant may still enter the receipt code.
  needs: ({ how }) => (how === 'code' ? [{ kind: 'receipt-code' }] : [{ kind: 'file' }]),

  decide: (wish, order, actor, { known }) => {
    const parties = partiesOf(actor, wish, known.codeShownTo)
    if (order.how !== 'code') {
      if (!parties.includes(saidBy[order.how])) return refuse({ why: 'not-allowed', action: 'confirm' })
      const { how, speaker, satisfaction, call } = order
      return step({ data: { claimId: wish.claimId, how, speaker, satisfaction, ...(call ? { call } : {}) } })
    }
    if (actor.kind === 'receiver') return refuse({ why: 'not-allowed', action: 'confirm' })
    if (known.codeTriesLeft <= 0) return refuse({ why: 'code-locked' })
    if (!known.codeIsRight) return refuse({ why: 'wrong-code', left: known.codeTriesLeft - 1 })
    return step({ data: { claimId: wish.claimId, how: 'code' } })
  },

  apply: (_wish, { at, data }) => ({
    confirmedAt: at,
    confirmedHow: data.how as ConfirmOrder['how'],
    satisfaction: (data.satisfaction ?? null) as Satisfaction | null,
  }),

  applyToClaim: ({ at, data }, id) => {
    const satisfaction = (data.satisfaction ?? null) as string | null
    const said = { code: {}, call: { calledAt: at, satisfaction }, page: { saidAt: at, satisfaction } }
    return { kind: 'change', id, set: { answer: 'received', ...said[data.how as ConfirmOrder['how']] } }
  },

  informs: () => ['poster', 'claimant', 'joiners'],

  isPublic: true,
}
