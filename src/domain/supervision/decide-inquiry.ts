import { type Actor, actorId, isSecretaryOf, isSupervisorOf } from '#domain/people/actor.ts'
import type { CardStep } from './card-steps.ts'
import type { Inquiry, InquiryEvent } from './inquiry.ts'
import { type InquiryAct, type InquiryParty, type InquiryState, inquiryActs, inquiryStep } from './inquiry-life.ts'

/** What is known when an act is decided. `isStepDone`: whether the step that was asked about has been done by now. */
type InquirySetting = { readonly now: Date; readonly isStepDone: boolean }

export type AskOrder = Pick<Inquiry, 'communityId' | 'cardId' | 'subject' | 'code' | 'dueAt'> & {
  readonly act: 'ask'
  readonly step: CardStep
}

export type InquiryOrder =
  | { readonly act: 'answer' | 'accept' | 'drop' }
  | { readonly act: 'again'; readonly dueAt: Date }

/** Why an act is refused; each has a sentence in text: `supervision.inquiry.refusal`. */
export type InquiryRefusal =
  | { readonly why: 'wrong-state'; readonly state: InquiryState }
  | { readonly why: 'not-allowed' | 'overtaken' | 'step-open' | 'past-day' }

type Verdict =
  | { readonly ok: true; readonly inquiry: Inquiry; readonly event: InquiryEvent }
  | { readonly ok: false; readonly refusal: InquiryRefusal }

const refuse = (refusal: InquiryRefusal): Verdict => ({ ok: false, refusal })

export function inquiryPartiesOf(actor: Actor, communityId: string): readonly InquiryParty[] {
  const parties: readonly (InquiryParty | false)[] = [
    isSupervisorOf(actor, communityId) && 'supervisor',
    isSecretaryOf(actor, communityId) && 'secretary',
  ]
  return parties.filter((party) => party !== false)
}

/** What the actor can do with the inquiry now. A step that is not done cannot be accepted as done. */
export const inquiryActsOf = (
  actor: Actor,
  { state, communityId }: Inquiry,
  isStepDone: boolean,
): readonly InquiryAct[] =>
  inquiryActs.filter((act) => {
    const { from, by } = inquiryStep(act)
    const isTheirs = by.some((party) => inquiryPartiesOf(actor, communityId).includes(party))
    return from.includes(state) && isTheirs && (act !== 'accept' || isStepDone)
  })

/** A new inquiry with its first event. */
export function askInquiry(id: string, order: AskOrder, actor: Actor, { now }: InquirySetting): Verdict {
  const { act, ...about } = order
  if (!inquiryPartiesOf(actor, order.communityId).includes('supervisor')) return refuse({ why: 'not-allowed' })
  if (order.dueAt <= now) return refuse({ why: 'past-day' })
  const inquiry: Inquiry = {
    ...about,
    id,
    seq: 1,
    state: 'asked',
    askedAt: now,
    answeredAt: null,
    rounds: 1,
    endedAt: null,
  }
  return { ok: true, inquiry, event: eventOf(inquiry, act, actor, now) }
}

/**
 * Decides whether this actor may do this to the inquiry now, and gives the event and the new inquiry, or a refusal. Pure;
 * the event's `seq` is the lock.
 */
export function decideInquiry(
  inquiry: Inquiry,
  order: InquiryOrder,
  actor: Actor,
  { now, isStepDone }: InquirySetting,
): Verdict {
  const { from, to, by } = inquiryStep(order.act)
  if (!by.some((party) => inquiryPartiesOf(actor, inquiry.communityId).includes(party)))
    return refuse({ why: 'not-allowed' })
  if (!from.includes(inquiry.state)) return refuse({ why: 'wrong-state', state: inquiry.state })
  if (order.act === 'accept' && !isStepDone) return refuse({ why: 'step-open' })
  if (order.act === 'again' && order.dueAt <= now) return refuse({ why: 'past-day' })
  const next: Inquiry = { ...inquiry, ...changesOf(inquiry, order, now), state: to, seq: inquiry.seq + 1 }
  return { ok: true, inquiry: next, event: eventOf(next, order.act, actor, now) }
}

function changesOf(inquiry: Inquiry, order: InquiryOrder, now: Date): Partial<Inquiry> {
  switch (order.act) {
    case 'answer':
      return { answeredAt: now }
    case 'again':
      return { dueAt: order.dueAt, answeredAt: null, rounds: inquiry.rounds + 1 }
    case 'accept':
    case 'drop':
      return { endedAt: now }
  }
}

const eventOf = (
  { id, seq, communityId, dueAt, code, step, state }: Inquiry,
  act: InquiryAct,
  actor: Actor,
  at: Date,
): InquiryEvent => {
  const data = { code, step, state }
  return { stream: id, seq, act, actorId: actorId(actor), at, communityId, dueAt, data }
}
