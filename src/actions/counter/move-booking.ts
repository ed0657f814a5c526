import { communityRulesOf } from '#actions/community/community-rules.ts'
import { isWrittenBy } from '#actions/event-log.ts'
import { bookingByCode } from '#db/counter/booking-rows.ts'
import { takenKey } from '#db/store/store.ts'
import type { Booking } from '#domain/counter/booking.ts'
import {
  type BookingActor,
  type BookingOrder,
  type BookingRefusal,
  bookingPartiesOf,
  decideBooking,
} from '#domain/counter/decide-booking.ts'
import { actorId } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { bookingStatements } from './booking-statements.ts'

type BookingMove = {
  readonly code: string
  readonly order: BookingOrder
  /** The booking's seq when the form was made. */
  readonly seen: number
  readonly note?: string
}

type BookingMoved =
  | { readonly ok: true; readonly booking: Booking; readonly isAgain: boolean }
  | { readonly ok: false; readonly booking: Booking; readonly refusal: BookingRefusal }

/**
 * Every change of a booking goes through this function: the event, the new state and the times it takes together, or nothing.
 * Null for a booking of another community. A form sent twice changes nothing more.
 */
export async function moveBooking(
  services: Services,
  actor: BookingActor,
  { code, order, seen, note = '' }: BookingMove,
): Promise<BookingMoved | null> {
  const { store } = services
  const before = await bookingByCode(store.db, code)
  if (!before || !bookingPartiesOf(actor, before).length) return null
  if (seen !== before.seq) return overtaken(services, actor, order, seen, before)
  const verdict = decideBooking(before, order, actor, await communityRulesOf(services, before.communityId))
  if (!verdict.ok) return { ok: false, booking: before, refusal: verdict.refusal }
  try {
    await store.commit(bookingStatements(store, { ...verdict, note }))
    return { ok: true, booking: verdict.booking, isAgain: false }
  } catch (error) {
    const key = takenKey(error)
    if (key === null) throw error
    const fresh = (await bookingByCode(store.db, code)) ?? before
    if (key.includes('taken_times')) return { ok: false, booking: fresh, refusal: { why: 'taken' } }
    return overtaken(services, actor, order, seen, fresh)
  }
}

async function overtaken(
  { store }: Services,
  actor: BookingActor,
  { act }: BookingOrder,
  seen: number,
  booking: Booking,
): Promise<BookingMoved> {
  const by = actor.kind === 'visitor' ? 'visitor' : actorId(actor)
  const isAgain = await isWrittenBy(store, booking.id, { seen, action: `booking-${act}`, by })
  return isAgain ? { ok: true, booking, isAgain } : { ok: false, booking, refusal: { why: 'overtaken' } }
}
