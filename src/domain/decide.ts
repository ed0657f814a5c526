import { type Actor, actorId } from './actor.ts'
import type { WishEvent } from './events.ts'
import { type Action, transition } from './lifecycle.ts'
import { nextStepOf } from './next-step.ts'
import type { Order } from './orders.ts'
import { partiesOf } from './parties.ts'
import { project } from './project.ts'
import { type Refusal, refuse } from './refusals.ts'
import { seconds } from './seconds.ts'
import type { Setting } from './setting.ts'
import type { Step } from './step.ts'
import { stepOf } from './steps.ts'
import type { Wish } from './wish.ts'
import type { State } from './words.ts'

export type Verdict =
  | { readonly ok: true; readonly event: WishEvent; readonly wish: Wish }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * May this actor do this to the wish now, and what is then written down? Pure: nothing is read and nothing changes.
 * `wish` is null only for the first post. The event's `seq` is the lock: whoever decided on a stale wish is overtaken.
 */
export function decide(id: string, wish: Wish | null, order: Order, actor: Actor, setting: Setting): Verdict {
  const state = wish?.state ?? 'none'
  const { from, by } = transition(order.action)
  if (!from.includes(state)) return refuse(wrongState(order.action, state))

  const place = wish ?? placeOf(order)
  const parties = partiesOf(actor, place, setting.known.codeShownTo)
  if (!by.some((party) => parties.includes(party))) return refuse({ why: 'not-allowed', action: order.action })

  if (setting.known.fileEnded) return refuse({ why: 'file-ended' })
  const step = stepOf(wish, order, actor, setting)
  if (!step.ok) return step

  const event = withNextStep(wish, eventOf(id, wish, order, actor, setting, step.step), setting)
  return { ok: true, event, wish: project(wish, event) }
}

/** The event says what the clock will do next, by the rules and the calendar that it was written under. */
function withNextStep(wish: Wish | null, event: WishEvent, setting: Setting): WishEvent {
  const next = nextStepOf(project(wish, event), setting)
  return next ? { ...event, data: { ...event.data, next: next.step, nextAt: seconds(next.at) } } : event
}

const wrongState = (action: Action, state: State | 'none'): Refusal =>
  action === 'claim' && state === 'claimed' ? { why: 'taken' } : { why: 'wrong-state', action, state }

function placeOf(order: Order) {
  if (!('content' in order && 'communityId' in order)) throw new Error(`${order.action} needs a wish`)
  const { communityId, content } = order
  return { communityId, gridId: content.gridId, claimantId: null, enteredBy: null, deliveredBy: null, joiners: [] }
}

function eventOf(id: string, wish: Wish | null, order: Order, actor: Actor, setting: Setting, step: Step): WishEvent {
  const { to } = transition(order.action)
  const next = to === 'same' ? wish?.state : typeof to === 'string' ? to : to[0]
  const held = wish ?? { ...placeOf(order), seq: 0, round: 0, unitId: null, dueAt: null, promiseAt: null }
  const { content, data, ...changes } = step
  return {
    stream: id,
    seq: held.seq + 1,
    action: order.action,
    state: (next ?? 'submitted') as State,
    actorId: actorId(actor),
    at: setting.now,
    communityId: held.communityId,
    gridId: content?.gridId ?? held.gridId,
    category: content?.category ?? (wish as Wish).category,
    urgency: content?.urgency ?? (wish as Wish).urgency,
    source: content?.source ?? (wish as Wish).source,
    unitId: held.unitId,
    round: held.round,
    dueAt: held.dueAt,
    promiseAt: held.promiseAt,
    ruleVersion: wish?.ruleVersion ?? setting.ruleVersion,
    data: { ...data },
    ...changes,
  }
}
