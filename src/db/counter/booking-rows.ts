import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import { bookings, bookingWords, events, knowledge, notes, takenTimes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Booking, BookingWords } from '#domain/counter/booking.ts'
import type { BookingAct } from '#domain/counter/booking-life.ts'
import type { TakenUnit } from '#domain/counter/counter-slots.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

export async function bookingByCode(db: Db, code: string): Promise<Booking | null> {
  const [row] = await db.select().from(bookings).where(eq(bookings.code, code))
  return row ?? null
}

/** Null once they were erased. */
export async function wordsOfBooking(db: Db, bookingId: string): Promise<BookingWords | null> {
  const [row] = await db.select().from(bookingWords).where(eq(bookingWords.bookingId, bookingId))
  return row ?? null
}

export type BookingPassage = {
  readonly seq: number
  readonly act: BookingAct
  readonly at: Date
  readonly actorId: string
  readonly data: EventData
  readonly note: string
}

/** What happened to a booking, oldest first, with what was typed. */
export async function bookingPassages(db: Db, bookingId: string): Promise<readonly BookingPassage[]> {
  const rows = await db
    .select({
      seq: events.seq,
      action: events.action,
      at: events.at,
      actorId: events.actorId,
      data: events.data,
      note: sql<string>`coalesce(${notes.text}, '')`,
    })
    .from(events)
    .leftJoin(notes, and(eq(notes.stream, events.stream), eq(notes.seq, events.seq)))
    .where(eq(events.stream, bookingId))
    .orderBy(asc(events.seq))
  return rows.map(({ action, ...row }) => ({ ...row, act: action.replace('booking-', '') as BookingAct }))
}

/** The taken five minutes of some days. */
export async function takenOn(db: Db, communityId: string, days: readonly Day[]) {
  if (!days.length) return new Map<Day, readonly TakenUnit[]>()
  const rows = await db
    .select({ day: takenTimes.day, minute: takenTimes.minute, desk: takenTimes.desk })
    .from(takenTimes)
    .where(and(eq(takenTimes.communityId, communityId), inArray(takenTimes.day, [...days])))
  return Map.groupBy(rows, ({ day }) => day) as ReadonlyMap<Day, readonly TakenUnit[]>
}

export type DayRow = {
  readonly booking: Booking
  readonly title: string
  readonly documents: string
  readonly name: string
  readonly phone: string
}

/** The bookings of a day in the order of their times, with name and number: for staff alone. */
export async function bookingsOn(db: Db, communityId: string, day: Day): Promise<readonly DayRow[]> {
  return db
    .select({
      booking: bookings,
      title: knowledge.title,
      documents: knowledge.documents,
      name: sql<string>`coalesce(${bookingWords.name}, '')`,
      phone: sql<string>`coalesce(${bookingWords.phone}, '')`,
    })
    .from(bookings)
    .innerJoin(knowledge, eq(knowledge.id, bookings.matterId))
    .leftJoin(bookingWords, eq(bookingWords.bookingId, bookings.id))
    .where(and(eq(bookings.communityId, communityId), eq(bookings.day, day)))
    .orderBy(asc(bookings.start), asc(bookings.desk))
    .limit(200)
}

export type CounterCounts = { readonly day: Day; readonly booked: number; readonly toTell: number }

/** The days from today on with open bookings, and how many of them have to be told of a change. */
export async function bookedDays(db: Db, communityId: string, from: Day): Promise<readonly CounterCounts[]> {
  return openByDay(db, { communityId, from })
}

const openByDay = prepared((db, { communityId, from }: Blanks<'communityId' | 'from'>) =>
  db
    .select({
      day: bookings.day,
      booked: sql<number>`count(*)`,
      toTell: sql<number>`coalesce(sum(${bookings.isToTell}), 0)`,
    })
    .from(bookings)
    .where(and(eq(bookings.communityId, communityId), eq(bookings.state, 'booked'), gte(bookings.day, from)))
    .groupBy(bookings.day)
    .orderBy(asc(bookings.day)),
)

/** Open bookings from a day on, the earliest first; or, with `until`, of the days before that one. */
export async function openBookings(
  db: Db,
  communityId: string,
  { from, until }: { readonly from?: Day; readonly until?: Day },
  limit: number,
): Promise<readonly Booking[]> {
  return db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.communityId, communityId),
        eq(bookings.state, 'booked'),
        from ? gte(bookings.day, from) : undefined,
        until ? lt(bookings.day, until) : undefined,
      ),
    )
    .orderBy(asc(bookings.day), asc(bookings.start))
    .limit(limit)
}

/** Figures of the days of a period: booked, served, done at once, not come, called, content. Counts and no persons. */
export async function counterFigures(db: Db, communityId: string, from: Day, until: Day) {
  const sum = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`
  const [row] = await db
    .select({
      booked: sql<number>`count(*)`,
      served: sum(sql`${bookings.state} in ('done', 'handedIn')`),
      done: sum(sql`${bookings.state} = 'done'`),
      absent: sum(sql`${bookings.state} = 'absent'`),
      cancelled: sum(sql`${bookings.state} = 'cancelled'`),
      called: sum(sql`${bookings.calledAt} is not null`),
      content: sum(sql`${bookings.rating} in ('very-satisfied', 'satisfied', 'rather-satisfied')`),
    })
    .from(bookings)
    .where(and(eq(bookings.communityId, communityId), gte(bookings.day, from), lt(bookings.day, until)))
  return row ?? { booked: 0, served: 0, done: 0, absent: 0, cancelled: 0, called: 0, content: 0 }
}

/** Ids of bookings that ended before that moment and whose words are still stored. */
export async function bookingsWithWords(db: Db, communityId: string, endedBefore: Date, limit: number) {
  const rows = await db
    .select({ id: bookings.id })
    .from(bookings)
    .innerJoin(bookingWords, eq(bookingWords.bookingId, bookings.id))
    .where(and(eq(bookings.communityId, communityId), lte(bookings.endedAt, endedBefore)))
    .limit(limit)
  return rows.map(({ id }) => id)
}
