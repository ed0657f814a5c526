import type { Actor } from '#domain/people/actor.ts'
import type { Outcome } from './act.ts'
import { acts } from './acts.ts'
import type { Action } from './lifecycle.ts'
import type { Need, Situation } from './situation.ts'
import type { Wish } from './wish.ts'

/** An act with what is asked for it, as the act's own file declares it. */
export type Order<A extends Action = Action> = { [K in A]: Parameters<(typeof acts)[K]['decide']>[1] }[A]

type Deciding = (wish: Wish | null, order: Order, actor: Actor, situation: Situation) => Outcome
type Needing = (order: Order, wish: Wish) => readonly Need[]

// The order's act picks the function, so their types always match; the compiler cannot see this.
export const decideAct: Deciding = (wish, order, actor, situation) =>
  (acts[order.action].decide as Deciding)(wish, order, actor, situation)
export const needsOf: Needing = (order, wish) => (acts[order.action].needs as Needing)(order, wish)
