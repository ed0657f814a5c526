import { type Actor, actorId } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { State } from '#domain/vocabulary.ts'
import { nextStepOf } from '#domain/wish/clock/next-step.ts'
import { privateNoteIn } from '#domain/wish/notes/note-words.ts'
import type { Step } from './act.ts'
import { project } from './apply.ts'
import { type Action, transition } from './lifecycle.ts'
import { decideAct, type Order } from './orders.ts'
import { partiesOf } from './parties.ts'
import { type Refusal, refuse } from './refusals.ts'
import type { Situation } from './situation.ts'
import type { Wish } from './wish.ts'
import type { WishEvent } from './wish-events.ts'

export type Verdict =
  | { readonly ok: true; readonly event: WishEvent; readonly wish: Wish }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides whether this actor may do this to the wish now, and gives the event and the new wish, or a refusal. Pure: it
 * reads and changes nothing. `wish` is null only for a first post. The event's `seq` is the lock: a decision made on an
 * outdated wish fails as `overtaken`.
 */
export function decide(id: string, wish: Wish | null, order: Order, actor: Actor, situation: Situation): Verdict {
  const state = wish?.state ?? 'none'
  const { from, by } = transition(order.action)
  if (!from.includes(state)) return refuse(wrongState(order.action, state))

  const place = wish ?? placeOf(id, order)
  const parties = partiesOf(actor, place, situation.known.codeShownTo)
  if (!by.some((party) => parties.includes(party))) return refuse({ why: 'not-allowed', action: order.action })

  if (situation.known.fileEnded) return refuse({ why: 'file-ended' })
  const step = decideAct(wish, order, actor, situation)
  if (!step.ok) return step
  const { texts, isNameless } = situation.known
  const found = isNameless ? null : privateNoteIn([...(order.notes ?? []), ...texts], order.needed ?? [])
  if (found) return refuse({ why: 'private-note', ...found })

  const event = withNextStep(wish, eventOf(id, wish, order, actor, situation, step.step), situation)
  return { ok: true, event, wish: project(wish, event) }
}

/** Adds to the event what the clock will do next, according to the rules and the calendar in force now. */
function withNextStep(wish: Wish | null, event: WishEvent, situation: Situation): WishEvent {
  const next = nextStepOf(project(wish, event), situation)
  return next ? { ...event, data: { ...event.data, next: next.step, nextAt: seconds(next.at) } } : event
}

const wrongState = (action: Action, state: State | 'none'): Refusal =>
  action === 'claim' && state === 'claimed' ? { why: 'taken' } : { why: 'wrong-state', action, state }

function placeOf(id: string, order: Order) {
  if (!('content' in order && 'communityId' in order)) throw new Error(`${order.action} needs a wish`)
  const { communityId, content } = order
  return { id, communityId, gridId: content.gridId, claimantId: null, enteredBy: null, deliveredBy: null, joiners: [] }
}

function eventOf(
  id: string,
  wish: Wish | null,
  order: Order,
  actor: Actor,
  situation: Situation,
  step: Step,
): WishEvent {
  const { to } = transition(order.action)
  const next = to === 'same' ? wish?.state : typeof to === 'string' ? to : to[0]
  const held = wish ?? { ...placeOf(id, order), seq: 0, round: 0, unitId: null, dueAt: null, promiseAt: null }
  const { content, data, ...changes } = step
  return {
    stream: id,
    seq: held.seq + 1,
    action: order.action,
    state: (next ?? 'submitted') as State,
    actorId: actorId(actor),
    at: situation.now,
    communityId: held.communityId,
    gridId: content?.gridId ?? held.gridId,
    category: content?.category ?? (wish as Wish).category,
    urgency: content?.urgency ?? (wish as Wish).urgency,
    source: content?.source ?? (wish as Wish).source,
    unitId: held.unitId,
    round: held.round,
    dueAt: held.dueAt,
    promiseAt: held.promiseAt,
    ruleVersion: wish?.ruleVersion ?? situation.ruleVersion,
    data: { ...data, ...(order.typedAtSeconds ? { typedAt: order.typedAtSeconds } : {}) },
    ...changes,
  }
}
