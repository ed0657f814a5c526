import { type Actor, actorId, isSecretaryOf } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { lowestFree, step, type Takes } from '#domain/wish/act-step.ts'
import { countTry } from '#domain/wish/callback.ts'
import { partiesOf } from '#domain/wish/parties.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** From the door to the receiving side's word. */
export const delivering: Takes<'deliver' | 'undo' | 'confirm' | 'try' | 'rate' | 'reopen' | 'spare'> = {
  deliver: (wish, _order, actor, { now, promised, calendar, known }) => {
    const hands = [wish.claimantId as string, actorId(actor)]
    if (hands.some((id) => known.codeShownTo.includes(id))) return refuse({ why: 'knows-code' })
    const contactUntil = seconds(now) + promised.contactHours * 3600
    const callbackDueAt = seconds(dueAt(calendar, now, promised.callbackWithin))
    return step({ data: { claimId: wish.claimId, callbackDueAt, contactUntil } })
  },

  undo: (wish, _order, actor, { now, promised, known }) => {
    const ageMs = now.getTime() - (wish.deliveredAt?.getTime() ?? 0)
    if (ageMs > promised.undoMinutes * 60_000 && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'undo-too-late', minutes: promised.undoMinutes })
    return step({ data: { claimId: wish.claimId, slot: lowestFree(known.slots) } })
  },

  confirm: (wish, order, actor, situation) => {
    const { known } = situation
    if (order.how === 'call') {
      if (!isCaller(actor, wish, situation)) return refuse({ why: 'not-allowed', action: 'confirm' })
      const { speaker, satisfaction } = order
      return step({ data: { claimId: wish.claimId, how: 'call', speaker, satisfaction } })
    }
    if (known.codeTriesLeft <= 0) return refuse({ why: 'code-locked' })
    if (!known.codeIsRight) return refuse({ why: 'wrong-code', left: known.codeTriesLeft - 1 })
    return step({ data: { claimId: wish.claimId, how: 'code' } })
  },

  try: (wish, { outcome }, _actor, { now, promised }) =>
    step({ data: { claimId: wish.claimId, outcome, ...countTry(wish, now, promised.callbackTries) } }),

  rate: (wish, { speaker, satisfaction }) => step({ data: { claimId: wish.claimId, speaker, satisfaction } }),

  reopen: (wish, { reason, speaker, satisfaction }) =>
    step({
      unitId: null,
      dueAt: null,
      data: { claimId: wish.claimId, barredId: wish.claimantId, reason, speaker, satisfaction },
    }),

  spare: (wish, { isCalled = false }) =>
    step({
      state: wish.state === 'fulfilled' ? 'fulfilled' : 'unconfirmed',
      data: { claimId: wish.claimId, called: isCalled, spent: wish.triesSpentAt !== null },
    }),
}

const isCaller = (actor: Actor, wish: Wish, { known }: Situation) =>
  partiesOf(actor, wish, known.codeShownTo).includes('caller')
