import type { Actor } from './actor.ts'
import type { Action } from './lifecycle.ts'
import type { Order } from './orders.ts'
import type { Setting } from './setting.ts'
import type { Outcome, Take, Takes } from './step.ts'
import { claiming } from './steps/claiming.ts'
import { delivering } from './steps/delivering.ts'
import { intake } from './steps/intake.ts'
import { waiting } from './steps/waiting.ts'
import type { Wish } from './wish.ts'

const steps: Takes<Action> = { ...intake, ...claiming, ...delivering, ...waiting }

/** Dispatches to the step of the order's action; the table above is keyed by the same name, which the compiler cannot see. */
export const stepOf = (wish: Wish | null, order: Order, actor: Actor, setting: Setting): Outcome =>
  (steps[order.action] as Take<Action>)(wish as Wish, order, actor, setting)
