import type { Day } from '#domain/time/workdays.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import type { EventData } from '#domain/wish/wish-events.ts'
import type { BookingAct, BookingState } from './booking-life.ts'
import type { SlotLength } from './counter-slots.ts'

/** How a booking was made. */
export const bookingWays = ['web', 'phone', 'counter'] as const
export type BookingWay = (typeof bookingWays)[number]

/** A booking without its words, which are erased earlier. */
export type Booking = {
  readonly id: string
  /** Eight digits with the check digit, as for wishes. */
  readonly code: string
  readonly communityId: string
  /** The entry of the knowledge base that it is about. */
  readonly matterId: string
  readonly way: BookingWay
  readonly state: BookingState
  readonly seq: number
  readonly day: Day
  /** Minute of the day. */
  readonly start: number
  readonly length: SlotLength
  readonly desk: number
  readonly bookedAt: Date
  readonly bookedBy: string | null
  /** What was found when the documents were looked through; null before. */
  readonly prepared: 'complete' | 'lacking' | null
  /** The time has changed and the visitor does not know yet. */
  readonly isToTell: boolean
  readonly remindedAt: Date | null
  /** Who dealt with it at the counter. */
  readonly servedBy: string | null
  readonly endedAt: Date | null
  readonly calledAt: Date | null
  readonly rating: Satisfaction | null
}

export type BookingWords = { readonly name: string; readonly phone: string; readonly note: string }

/** Codes, ids and dates only: an event can never be erased. */
export type BookingEvent = {
  readonly stream: string
  readonly seq: number
  readonly act: BookingAct
  readonly actorId: string
  readonly at: Date
  readonly communityId: string
  readonly data: EventData
}
