import type { Actor } from '#domain/people/actor.ts'
import { claiming } from '#domain/wish/acts/claiming-acts.ts'
import { delivering } from '#domain/wish/acts/delivering-acts.ts'
import { intake } from '#domain/wish/acts/intake-acts.ts'
import { waiting } from '#domain/wish/acts/waiting-acts.ts'
import type { Outcome, Take, Takes } from './act-step.ts'
import type { Action } from './lifecycle.ts'
import type { Order } from './orders.ts'
import type { Situation } from './situation.ts'
import type { Wish } from './wish.ts'

const steps: Takes<Action> = { ...intake, ...claiming, ...delivering, ...waiting }

/** Dispatches to the step of the order's action; the table above is keyed by the same name, which the compiler cannot see. */
export const stepOf = (wish: Wish | null, order: Order, actor: Actor, situation: Situation): Outcome =>
  (steps[order.action] as Take<Action>)(wish as Wish, order, actor, situation)
