import { and, eq } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import { takenKey } from '#db/store/store.ts'
import { inquiryById, isStepDone } from '#db/supervision/inquiry-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import {
  decideInquiry,
  type InquiryOrder,
  type InquiryRefusal,
  inquiryPartiesOf,
} from '#domain/supervision/decide-inquiry.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import type { Services } from '#src/services.ts'
import { inquiryStatements } from './inquiry-statements.ts'
import { settleCards } from './settle-cards.ts'

type InquiryMove = {
  readonly id: string
  readonly order: InquiryOrder
  /** The inquiry's seq when the form was made. */
  readonly seen: number
  readonly words: string
}

type InquiryMoved =
  | { readonly ok: true; readonly inquiry: Inquiry; readonly isAgain: boolean }
  | { readonly ok: false; readonly inquiry: Inquiry; readonly refusal: InquiryRefusal }

/**
 * Every change of an inquiry goes through this function: the event and the new state together, or nothing. Null for an
 * inquiry that the person may not see. A form sent twice changes nothing more; of two people the second gets the fresh one.
 */
export async function moveInquiry(
  services: Services,
  person: Person,
  { id, order, seen, words }: InquiryMove,
): Promise<InquiryMoved | null> {
  const { db } = services.store
  const before = await inquiryById(db, id)
  if (!before || !inquiryPartiesOf(person, before.communityId).length) return null
  if (seen !== before.seq) return overtaken(services, person, order, seen, before)
  // Whether the step is done must not wait for the next run of the clock.
  if (order.act === 'accept') await settleCards(services, [before.subject], null)
  const setting = { now: services.now(), isStepDone: await isStepDone(db, id) }
  const verdict = decideInquiry(before, order, person, setting)
  if (!verdict.ok) return { ok: false, inquiry: before, refusal: verdict.refusal }
  const { inquiry, event } = verdict
  try {
    await services.store.commit(await inquiryStatements(services, { inquiry, event, note: words }))
    return { ok: true, inquiry, isAgain: false }
  } catch (error) {
    if (takenKey(error) === null) throw error
    const fresh = await inquiryById(db, id)
    return fresh && overtaken(services, person, order, seen, fresh)
  }
}

/** It was changed since the form was made; if by the same press, the act has been done already. */
async function overtaken(
  { store }: Services,
  person: Person,
  { act }: InquiryOrder,
  seen: number,
  inquiry: Inquiry,
): Promise<InquiryMoved> {
  const [next] = await store.db
    .select({ action: events.action, actorId: events.actorId })
    .from(events)
    .where(and(eq(events.stream, inquiry.id), eq(events.seq, seen + 1)))
  const isAgain = inquiry.seq === seen + 1 && next?.action === `inquiry-${act}` && next.actorId === person.id
  return isAgain ? { ok: true, inquiry, isAgain } : { ok: false, inquiry, refusal: { why: 'overtaken' } }
}
