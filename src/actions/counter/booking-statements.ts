import { eq } from 'drizzle-orm'
import { saltedNote } from '#actions/event-log.ts'
import { bookings, events, notes, takenTimes } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Booking, BookingEvent } from '#domain/counter/booking.ts'
import { takesTime } from '#domain/counter/booking-life.ts'
import { unitsOf } from '#domain/counter/counter-slots.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

type Written = { readonly event: BookingEvent; readonly booking: Booking; readonly note: string }

/**
 * The event, which comes first because its key is the lock; the booking's row; the times it takes, of which each is a key of
 * its own; and what was typed, in a note that can be erased.
 */
export function bookingStatements({ db }: Store, { event, booking, note }: Written): readonly Statement[] {
  const { stream, seq, at, act, actorId, communityId } = event
  const written = note ? saltedNote(note) : null
  const data: EventData = written ? { ...event.data, notes: { note: written.hash } } : event.data
  const { id, day, desk, start, length } = booking
  const times = takesTime(booking.state)
    ? unitsOf(start, length).map((minute) =>
        db.insert(takenTimes).values({ communityId, day, minute, desk, bookingId: id }),
      )
    : []
  return [
    db.insert(events).values({ stream, seq, action: `booking-${act}`, actorId, at, communityId, data }),
    seq === 1 ? db.insert(bookings).values(booking) : db.update(bookings).set(booking).where(eq(bookings.id, id)),
    db.delete(takenTimes).where(eq(takenTimes.bookingId, id)),
    ...times,
    ...(written ? [db.insert(notes).values({ stream, seq, kind: 'note', text: note, salt: written.salt })] : []),
  ]
}
