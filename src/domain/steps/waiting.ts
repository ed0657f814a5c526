import { dueAt } from '../calendar.ts'
import type { ClockStep } from '../clock-steps.ts'
import { lapsesAfter, nextStepOf } from '../next-step.ts'
import { refuse } from '../refusals.ts'
import { seconds } from '../seconds.ts'
import type { Setting } from '../setting.ts'
import { contentData, type Outcome, type Step, step, type Takes } from '../step.ts'
import type { Wish } from '../wish.ts'

type Clocked = 'remind' | 'escalate' | 'ask' | 'carry' | 'lapse' | 'exhaust' | 'repeat' | 'draft' | 'replan'

/** What the clock does, each step once: only the one that the wish's last event has announced, and not before its time. */
export const waiting: Takes<Clocked> = {
  remind: (wish, { step: name }, _actor, setting) => onTime(wish, name, setting, { data: { step: name } }),
  escalate: (wish, { step: name }, _actor, setting) => onTime(wish, name, setting, { data: { step: name } }),
  ask: (wish, _order, _actor, setting) => onTime(wish, 'ask', setting, {}),
  carry: (wish, _order, _actor, setting) => onTime(wish, 'carry', setting, {}),

  lapse: (wish, _order, _actor, setting) => {
    const data = { claimId: wish.claimId, tell: true }
    return onTime(wish, 'lapse', setting, { unitId: null, dueAt: null, data })
  },

  exhaust: (wish) => (wish.triesSpentAt ? step({ data: { claimId: wish.claimId } }) : refuse({ why: 'tries-left' })),

  repeat: (wish, { draftId }, _actor, setting) =>
    onTime(wish, 'repeat', setting, { data: { step: 'repeat', draftId } }),

  draft: (_wish, { content, code, postedBy, repeatOf }, _actor, { ruleVersion }) =>
    step({ content, ruleVersion, data: { ...contentData(content), code, postedBy, repeatOf } }),

  replan: (wish, _order, _actor, setting) => {
    const dates = replanned(wish, setting)
    const moved = (['dueAt', 'promiseAt', 'callbackDueAt'] as const).filter(
      (name) => dates[name]?.getTime() !== wish[name]?.getTime(),
    )
    // A reminder may fall on another day although no date moves: the event says the clock's next step anew.
    if (!moved.length && isAsAnnounced(wish, setting)) return refuse({ why: 'nothing-moves' })
    const { dueAt: due, promiseAt, callbackDueAt } = dates
    const tell = wish.state === 'claimed' && moved.includes('dueAt')
    const data = { claimId: wish.claimId, callbackDueAt: callbackDueAt && seconds(callbackDueAt), tell, moved }
    return step({ dueAt: due, promiseAt, data })
  },
}

function onTime(wish: Wish, name: ClockStep, { now, promised, calendar }: Setting, made: Step): Outcome {
  if (wish.nextStep === name && wish.nextAt && wish.nextAt <= now) return step(made)
  const until = name === 'lapse' && wish.dueAt ? lapsesAfter(wish, { promised, calendar }) : (wish.nextAt ?? now)
  return refuse({ why: 'not-due', until })
}

function isAsAnnounced(wish: Wish, setting: Setting): boolean {
  const next = nextStepOf(wish, setting)
  const isSameTime = (next && seconds(next.at)) === (wish.nextAt && seconds(wish.nextAt))
  return isSameTime && (next?.step ?? null) === wish.nextStep
}

/** The dates of a wish by the calendar as it is now, each only ever later than it was. */
function replanned(wish: Wish, { calendar, promised }: Setting) {
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
