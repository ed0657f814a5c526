import { seconds } from '#domain/time/seconds.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { withoutDates } from '#domain/wish/clock/clock-steps.ts'
import { nextStepOf } from '#domain/wish/clock/next-step.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

/** The calendar has changed, and with it the dates that are counted in working days. */
export const replanAct: Act<'replan'> = {
  needs: () => [],

  decide: (wish, _order, _actor, situation) => {
    const dates = replanned(wish, situation)
    const moved = (['dueAt', 'promiseAt', 'callbackDueAt'] as const).filter(
      (name) => dates[name]?.getTime() !== wish[name]?.getTime(),
    )
    // A reminder may move although no date does; then the event records the clock's next step again.
    if (!moved.length && isAsAnnounced(wish, situation)) return refuse({ why: 'nothing-moves' })
    const { dueAt: due, promiseAt, callbackDueAt } = dates
    const tell = wish.state === 'claimed' && moved.includes('dueAt')
    const data = { claimId: wish.claimId, callbackDueAt: callbackDueAt && seconds(callbackDueAt), tell, moved }
    return step({ dueAt: due, promiseAt, data })
  },

  apply: (wish, { data }) => ({
    callbackDueAt: instantOf(data.callbackDueAt) ?? wish.callbackDueAt,
    ...(data.tell === true ? { stepsDone: withoutDates(wish.stepsDone) } : {}),
  }),

  applyToClaim: ({ state, dueAt: due, data }, id) => {
    const callbackDueAt = instantOf(data.callbackDueAt)
    return {
      kind: 'change',
      id,
      set: {
        ...(state === 'claimed' ? { dueAt: due as Date } : {}),
        ...(callbackDueAt ? { callbackDueAt } : {}),
      },
    }
  },

  // If only the clock's next step has moved, there is nothing to inform anyone of.
  informs: ({ data }) =>
    (data.moved as readonly string[] | undefined)?.length ? ['claimant', 'joiners', 'poster'] : [],
  isPublic: true,
}

function isAsAnnounced(wish: Wish, situation: Situation): boolean {
  const next = nextStepOf(wish, situation)
  const isSameTime = (next && seconds(next.at)) === (wish.nextAt && seconds(wish.nextAt))
  return isSameTime && (next?.step ?? null) === wish.nextStep
}

/** The dates of a wish according to the present calendar. A date never moves to an earlier day. */
function replanned(wish: Wish, { calendar, promised }: Situation) {
  const within = promised.deliverWithin[wish.urgency]
  const later = (was: Date | null, start: Date | null, days: number): Date | null => {
    if (!was || !start) return was
    const now = dueAt(calendar, start, days)
    return now > was ? now : was
  }
  const isReferred = wish.state === 'referred'
  return {
    dueAt: isReferred ? later(wish.dueAt, wish.since, promised.referWithin) : later(wish.dueAt, wish.claimedAt, within),
    promiseAt: later(wish.promiseAt, wish.firstClaimedAt, within),
    callbackDueAt: later(wish.callbackDueAt, wish.deliveredAt, promised.callbackWithin),
  }
}
