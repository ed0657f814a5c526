import { seconds } from '#domain/time/seconds.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { contentData, type Outcome, type Step, step, type Takes } from '#domain/wish/act-step.ts'
import type { ClockStep } from '#domain/wish/clock-steps.ts'
import { lapsesAfter, nextStepOf } from '#domain/wish/next-step.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'

type Clocked = 'remind' | 'escalate' | 'ask' | 'carry' | 'lapse' | 'exhaust' | 'repeat' | 'draft' | 'replan'

/** What the clock does, each step once: only the one that the wish's last event has announced, and not before its time. */
export const waiting: Takes<Clocked> = {
  remind: (wish, { step: name }, _actor, situation) => onTime(wish, name, situation, { data: { step: name } }),
  escalate: (wish, { step: name }, _actor, situation) => onTime(wish, name, situation, { data: { step: name } }),
  ask: (wish, _order, _actor, situation) => onTime(wish, 'ask', situation, {}),
  carry: (wish, _order, _actor, situation) => onTime(wish, 'carry', situation, {}),

  lapse: (wish, _order, _actor, situation) => {
    const data = { claimId: wish.claimId, tell: true }
    return onTime(wish, 'lapse', situation, { unitId: null, dueAt: null, data })
  },

  exhaust: (wish) => (wish.triesSpentAt ? step({ data: { claimId: wish.claimId } }) : refuse({ why: 'tries-left' })),

  repeat: (wish, { draftId }, _actor, situation) =>
    onTime(wish, 'repeat', situation, { data: { step: 'repeat', draftId } }),

  draft: (_wish, { content, code, postedBy, repeatOf }, _actor, { ruleVersion }) =>
    step({ content, ruleVersion, data: { ...contentData(content), code, postedBy, repeatOf } }),

  replan: (wish, _order, _actor, situation) => {
    const dates = replanned(wish, situation)
    const moved = (['dueAt', 'promiseAt', 'callbackDueAt'] as const).filter(
      (name) => dates[name]?.getTime() !== wish[name]?.getTime(),
    )
    // A reminder may fall on another day although no date moves: the event says the clock's next step anew.
    if (!moved.length && isAsAnnounced(wish, situation)) return refuse({ why: 'nothing-moves' })
    const { dueAt: due, promiseAt, callbackDueAt } = dates
    const tell = wish.state === 'claimed' && moved.includes('dueAt')
    const data = { claimId: wish.claimId, callbackDueAt: callbackDueAt && seconds(callbackDueAt), tell, moved }
    return step({ dueAt: due, promiseAt, data })
  },
}

function onTime(wish: Wish, name: ClockStep, { now, promised, calendar }: Situation, made: Step): Outcome {
  if (wish.nextStep === name && wish.nextAt && wish.nextAt <= now) return step(made)
  const until = name === 'lapse' && wish.dueAt ? lapsesAfter(wish, { promised, calendar }) : (wish.nextAt ?? now)
  return refuse({ why: 'not-due', until })
}

function isAsAnnounced(wish: Wish, situation: Situation): boolean {
  const next = nextStepOf(wish, situation)
  const isSameTime = (next && seconds(next.at)) === (wish.nextAt && seconds(wish.nextAt))
  return isSameTime && (next?.step ?? null) === wish.nextStep
}

/** The dates of a wish by the calendar as it is now, each only ever later than it was. */
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
