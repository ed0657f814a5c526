import { actorId } from '#domain/people/actor.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

export const deliverAct: Act<'deliver'> = {
  needs: () => [],

  decide: (wish, _order, actor, { now, promised, calendar, known }) => {
    const hands = [wish.claimantId as string, actorId(actor)]
    if (hands.some((id) => known.codeShownTo.includes(id))) return refuse({ why: 'knows-code' })
    const contactUntil = seconds(now) + inSeconds(promised.contactHours * hour)
    const callbackDueAt = seconds(dueAt(calendar, now, promised.callbackWithin))
    return step({ data: { claimId: wish.claimId, callbackDueAt, contactUntil } })
  },

  apply: (_wish, { actorId: by, at, data }) => ({
    deliveredAt: at,
    deliveredBy: by,
    callbackDueAt: instantOf(data.callbackDueAt),
    tellSince: null,
  }),

  applyToClaim: ({ at, data }, id) => ({
    kind: 'change',
    id,
    set: {
      deliveredAt: at,
      callbackDueAt: instantOf(data.callbackDueAt),
      contactUntil: instantOf(data.contactUntil),
      endedAt: at,
      endReason: 'delivered',
    },
  }),

  informs: () => ['poster', 'claimant', 'joiners', 'secretaries'],

  isPublic: true,
}
