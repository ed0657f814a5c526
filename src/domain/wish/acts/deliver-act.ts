import { actorId } from '#domain/people/actor.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import { type Day, dueAt } from '#domain/time/workdays.ts'
import { type Act, step } from '#domain/wish/act.ts'
import type { ActFields } from '#domain/wish/act-fields.ts'
import { checksFor, firstExpiry, type HandoverCheck, shelfDays } from '#domain/wish/handover.ts'
import { refuse } from '#domain/wish/refusals.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

type DeliverOrder = {
  /** What was done at the door; those that do not belong to the item are left out. Never required. */
  readonly checks?: readonly HandoverCheck[]
  /** The date of expiry that was read, where one was typed. */
  readonly expiry?: Day | null
}

/** Read like the fields of an ordinary form. Its panel also has the ticks, the photo and the receipt code. */
export const deliverFields = { expiry: { kind: 'day', isOptional: true } } as const satisfies ActFields

export const deliverAct: Act<'deliver', DeliverOrder> = {
  needs: () => [],

  decide: (wish, { checks = [], expiry = null }, actor, { now, promised, calendar, known }) => {
    const hands = [wish.claimantId as string, actorId(actor)]
    if (hands.some((id) => known.codeShownTo.includes(id))) return refuse({ why: 'knows-code' })
    const first = firstExpiry(now, calendar.zone)
    if (expiry !== null && expiry < first) return refuse({ why: 'expires-soon', days: shelfDays, first })
    const done = checksFor(wish.itemId).filter((check) => checks.includes(check))
    const contactUntil = seconds(now) + inSeconds(promised.contactHours * hour)
    const callbackDueAt = seconds(dueAt(calendar, now, promised.callbackWithin))
    return step({
      data: { claimId: wish.claimId, callbackDueAt, contactUntil, ...(done.length ? { checks: done } : {}) },
    })
  },

  apply: (_wish, { actorId: by, at, data }) => ({
    deliveredAt: at,
    deliveredBy: by,
    callbackDueAt: instantOf(data.callbackDueAt),
    informSince: null,
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
