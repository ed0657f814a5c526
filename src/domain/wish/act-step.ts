import type { Actor } from '#domain/people/actor.ts'
import type { Action } from './lifecycle.ts'
import type { Order } from './orders.ts'
import type { Refusal } from './refusals.ts'
import type { Situation } from './situation.ts'
import type { Content, Wish } from './wish.ts'
import type { EventData, WishEvent } from './wish-events.ts'

/** What one act changes, beyond the state of the table. */
export type Step = Partial<Pick<WishEvent, 'state' | 'round' | 'unitId' | 'dueAt' | 'promiseAt' | 'ruleVersion'>> & {
  readonly content?: Content
  readonly data?: EventData
}

export type Outcome = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly refusal: Refusal }
export type Take<A extends Action> = (wish: Wish, order: Order<A>, actor: Actor, situation: Situation) => Outcome
/** The steps of some of the actions; all files of steps together are all of them. */
export type Takes<A extends Action> = { readonly [K in A]: Take<K> }

export const step = (made: Step): Outcome => ({ ok: true, step: made })

export const hasNote = (order: Order, kind: string) =>
  order.notes?.some((n) => n.kind === kind && n.text.trim()) ?? false

/** The lowest place, from 1, that nobody has. */
export const lowestFree = (taken: readonly number[]): number => {
  const used = new Set(taken)
  let slot = 1
  while (used.has(slot)) slot++
  return slot
}

export const contentData = ({ itemId, quantity, measure, valueFen, ageBand, every = null }: Content): EventData => ({
  itemId,
  quantity,
  measure,
  valueFen,
  ageBand,
  every,
})
