import type { Actor } from '#domain/people/actor.ts'
import type { Outcome } from './act.ts'
import { acts } from './acts.ts'
import type { Action } from './lifecycle.ts'
import type { Need, Situation } from './situation.ts'
import type { Wish } from './wish.ts'

/** An act and what is asked of it, as its own file declares it. */
export type Order<A extends Action = Action> = { [K in A]: Parameters<(typeof acts)[K]['decide']>[1] }[A]

type Deciding = (wish: Wish | null, order: Order, actor: Actor, situation: Situation) => Outcome
type Needing = (order: Order, wish: Wish) => readonly Need[]

// An order goes to the act of its own name; that the two belong together is more than the compiler can see.
export const decideAct: Deciding = (wish, order, actor, situation) =>
  (acts[order.action].decide as Deciding)(wish, order, actor, situation)
export const needsOf: Needing = (order, wish) => (acts[order.action].needs as Needing)(order, wish)
