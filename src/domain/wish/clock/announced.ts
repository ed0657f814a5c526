import { type Outcome, type Step, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { ClockStep } from './clock-steps.ts'
import { lapsesAfter } from './next-step.ts'

/** The clock may only take the step that the wish's last event announced, once, and not before its time. */
export function asAnnounced(wish: Wish, name: ClockStep, situation: Situation, made: Step): Outcome {
  const { now, promised, calendar } = situation
  if (wish.nextStep === name && wish.nextAt && wish.nextAt <= now) return step(made)
  const until = name === 'lapse' && wish.dueAt ? lapsesAfter(wish, { promised, calendar }) : (wish.nextAt ?? now)
  return refuse({ why: 'not-due', until })
}
