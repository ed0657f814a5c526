import { type Outcome, type Step, step } from './act.ts'
import type { ClockStep } from './clock-steps.ts'
import { lapsesAfter } from './next-step.ts'
import { refuse } from './refusals.ts'
import type { Situation } from './situation.ts'
import type { Wish } from './wish.ts'

/** The clock may only take the step that the wish's last event announced, once, and not before its time. */
export function asAnnounced(wish: Wish, name: ClockStep, situation: Situation, made: Step): Outcome {
  const { now, promised, calendar } = situation
  if (wish.nextStep === name && wish.nextAt && wish.nextAt <= now) return step(made)
  const until = name === 'lapse' && wish.dueAt ? lapsesAfter(wish, { promised, calendar }) : (wish.nextAt ?? now)
  return refuse({ why: 'not-due', until })
}
