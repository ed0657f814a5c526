import { type Actor, actorId, isWorkerIn } from '#domain/people/actor.ts'
import type { Rules } from '#domain/rules.ts'
import { addDays, type Calendar, clockParts, type Day, localDay } from '#domain/time/workdays.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import type { Booking, BookingEvent, BookingWay } from './booking.ts'
import { type BookingAct, type BookingParty, type BookingState, bookingActs, bookingStep } from './booking-life.ts'
import { counterDays } from './counter-days.ts'
import type { SlotLength } from './counter-slots.ts'

/** The visitor, who knows the number and the key of their booking and has no account. */
type Visitor = { readonly kind: 'visitor'; readonly bookingId: string }
export type BookingActor = Actor | Visitor

type CounterSetting = { readonly now: Date; readonly rules: Rules; readonly calendar: Calendar }

type Time = { readonly day: Day; readonly start: number; readonly desk: number }

type BookOrder = Time & {
  readonly act: 'book'
  readonly code: string
  readonly matterId: string
  readonly length: SlotLength
  readonly way: BookingWay
}

export type BookingOrder =
  | { readonly act: 'prepare'; readonly isComplete: boolean }
  | ({ readonly act: 'move' | 'shift' } & Time)
  | { readonly act: 'tell' | 'cancel' | 'come' | 'finish' | 'handIn' | 'lack' | 'miss' }
  /** `level` is null if no one answered the telephone. */
  | { readonly act: 'call'; readonly level: Satisfaction | null }

/** Why an act is refused; each has a sentence in text: `counter.refusal`. */
export type BookingRefusal =
  | { readonly why: 'wrong-state'; readonly state: BookingState }
  | { readonly why: 'not-allowed' | 'overtaken' | 'taken' | 'closed' | 'too-late' | 'not-yet' }

type Verdict =
  | { readonly ok: true; readonly booking: Booking; readonly event: BookingEvent }
  | { readonly ok: false; readonly refusal: BookingRefusal }

const refuse = (refusal: BookingRefusal): Verdict => ({ ok: false, refusal })

export function bookingPartiesOf(actor: BookingActor, booking: Booking): readonly BookingParty[] {
  if (actor.kind === 'clock') return ['clock']
  if (actor.kind === 'visitor') return actor.bookingId === booking.id ? ['visitor'] : []
  if (actor.kind !== 'person' || !isWorkerIn(actor, booking.communityId)) return []
  // Who served a visitor does not ask how it was.
  return booking.servedBy === actor.id ? ['worker'] : ['worker', 'caller']
}

/** What the actor can do with the booking now. */
export const bookingActsOf = (actor: BookingActor, booking: Booking): readonly BookingAct[] =>
  bookingActs.filter((act) => {
    const { from, by } = bookingStep(act)
    return from.includes(booking.state) && by.some((party) => bookingPartiesOf(actor, booking).includes(party))
  })

/** A new booking with its first event. The commit refuses it if one of its five minutes is taken. */
export function bookTime(
  id: string,
  communityId: string,
  order: BookOrder,
  actor: BookingActor,
  setting: CounterSetting,
): Verdict {
  const { now, calendar } = setting
  if (!isAhead(order.day, now, calendar)) return refuse({ why: 'too-late' })
  if (!isOffered(order.day, setting)) return refuse({ why: 'closed' })
  const { code, matterId, way, day, start, length, desk } = order
  const booking: Booking = {
    id,
    code,
    communityId,
    matterId,
    way,
    day,
    start,
    length,
    desk,
    state: 'booked',
    seq: 1,
    bookedAt: now,
    bookedBy: actor.kind === 'person' ? actor.id : null,
    prepared: null,
    isToTell: false,
    remindedAt: null,
    servedBy: null,
    endedAt: null,
    calledAt: null,
    rating: null,
  }
  return { ok: true, booking, event: eventOf(booking, 'book', actor, now, { matterId, way, day, start }) }
}

/**
 * Decides whether this actor may do this to the booking now, and gives the event and the new booking, or a refusal. Pure; the
 * event's `seq` is the lock.
 */
export function decideBooking(
  booking: Booking,
  order: BookingOrder,
  actor: BookingActor,
  setting: CounterSetting,
): Verdict {
  const { from, by } = bookingStep(order.act)
  const parties = bookingPartiesOf(actor, booking)
  if (!by.some((party) => parties.includes(party))) return refuse({ why: 'not-allowed' })
  if (!from.includes(booking.state)) return refuse({ why: 'wrong-state', state: booking.state })
  const changes = changesOf(booking, order, actor, setting)
  if ('why' in changes) return refuse(changes)
  const { data, ...fields } = changes
  const { to } = bookingStep(order.act)
  const next: Booking = { ...booking, ...fields, state: to === 'same' ? booking.state : to, seq: booking.seq + 1 }
  return { ok: true, booking: next, event: eventOf(next, order.act, actor, setting.now, data ?? {}) }
}

type Changes = Partial<Booking> & { readonly data?: BookingEvent['data'] }

function changesOf(
  booking: Booking,
  order: BookingOrder,
  actor: BookingActor,
  setting: CounterSetting,
): Changes | BookingRefusal {
  const { now, rules, calendar } = setting
  const today = localDay(now, calendar.zone)
  switch (order.act) {
    case 'prepare':
      return { prepared: order.isComplete ? 'complete' : 'lacking', data: { isComplete: order.isComplete } }
    case 'move':
    case 'shift': {
      if (order.act === 'move' && actor.kind === 'visitor' && isTooLate(booking, today, rules))
        return { why: 'too-late' }
      if (!isAhead(order.day, now, calendar)) return { why: 'too-late' }
      if (!isOffered(order.day, setting)) return { why: 'closed' }
      const { day, start, desk } = order
      // Those who chose the new time themselves know it.
      return { day, start, desk, isToTell: order.act === 'shift', remindedAt: null, data: { day, start } }
    }
    case 'tell':
      return { isToTell: false, remindedAt: now }
    case 'cancel':
      if (actor.kind === 'visitor' && isTooLate(booking, today, rules)) return { why: 'too-late' }
      return { endedAt: now }
    case 'come':
      return today < booking.day ? { why: 'not-yet' } : { servedBy: actorIdOf(actor), endedAt: null }
    case 'finish':
    case 'handIn':
    case 'lack':
      return { servedBy: actorIdOf(actor), endedAt: now }
    case 'miss':
      return isOver(booking, now, calendar) ? { endedAt: now } : { why: 'not-yet' }
    case 'call':
      if (order.level === null) return { data: { reached: false } }
      return { calledAt: now, rating: order.level, data: { reached: true, level: order.level } }
  }
}

/** The rules say how many days before the day a visitor may still cancel or move it. */
export const isTooLate = ({ day }: Booking, today: Day, { counterCancelDays }: Rules): boolean =>
  addDays(today, counterCancelDays) > day

/** Whether the day is one of the coming Saturdays on which the counter is open. */
const isOffered = (day: Day, { calendar, now, rules }: CounterSetting): boolean =>
  counterDays(calendar, now, rules).some((one) => one.day === day && !one.closed)

const isAhead = (day: Day, now: Date, { zone }: Calendar): boolean => day > localDay(now, zone)

const isOver = ({ day, start, length }: Booking, now: Date, { zone }: Calendar): boolean => {
  const today = localDay(now, zone)
  if (today !== day) return today > day
  const { hour, minute } = clockParts(now, zone)
  return hour * 60 + minute >= start + length
}

const actorIdOf = (actor: BookingActor): string => (actor.kind === 'visitor' ? 'visitor' : actorId(actor))

const eventOf = (
  { id, seq, communityId }: Booking,
  act: BookingAct,
  actor: BookingActor,
  at: Date,
  data: BookingEvent['data'],
): BookingEvent => ({ stream: id, seq, act, actorId: actorIdOf(actor), at, communityId, data })
