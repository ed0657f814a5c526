import { actorId, isSecretaryOf } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import { addDays, endOfDay, localDay } from '#domain/time/workdays.ts'
import { isResidentsReason, type PostponeReason } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { withoutDates } from '#domain/wish/clock/clock-steps.ts'
import { refuse } from '#domain/wish/refusals.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

/** `until` is the last second of the new day. */
type PostponeOrder = { readonly until: Date; readonly reason: PostponeReason }

export const postponeAct: Act<'postpone', PostponeOrder> = {
  needs: () => [],

  decide: (wish, { until, reason }, actor, { now, rules, calendar }) => {
    if (wish.postponed >= rules.postponements) return refuse({ why: 'postponed-enough', limit: rules.postponements })
    const isSecretary = isSecretaryOf(actor, wish.communityId)
    if (wish.claimPostponed && !isSecretary) return refuse({ why: 'postponed-once' })
    const isEnterers = !isSecretary && actorId(actor) !== wish.claimantId
    const latest = endOfDay(addDays(localDay(now, calendar.zone), rules.postponeDays), calendar.zone)
    const from = wish.dueAt && wish.dueAt > now ? wish.dueAt : now
    if (until <= from || until > latest) return refuse({ why: 'bad-postponement', from, until: latest })
    const isResidents = isResidentsReason(reason)
    const moves = isResidents && wish.promiseAt !== null && until > wish.promiseAt
    return step({
      dueAt: wish.state === 'claimed' ? until : wish.dueAt,
      promiseAt: moves ? until : wish.promiseAt,
      data: {
        claimId: wish.claimId,
        reason,
        until: seconds(until),
        // If the resident asked for the new date, they know it; otherwise they have to be informed.
        tell: wish.state === 'claimed' && !isResidents,
        // A postponement entered for the volunteer uses up the one they have for this claim; the secretary's own does
        // not.
        ...(isEnterers ? { forVolunteer: true } : {}),
      },
    })
  },

  apply: (wish, { actorId: by, state, data }) => {
    const postponed = wish.postponed + 1
    if (state === 'open') return { postponed, restsUntil: instantOf(data.until) }
    const claimPostponed = wish.claimPostponed || by === wish.claimantId || data.forVolunteer === true
    return { postponed, claimPostponed, stepsDone: withoutDates(wish.stepsDone) }
  },

  applyToClaim: ({ state, dueAt }, id) =>
    state === 'claimed' ? { kind: 'change', id, set: { dueAt: dueAt as Date } } : null,

  informs: () => ['poster', 'claimant', 'joiners', 'secretaries'],

  isPublic: true,
}
