import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { BookingWay } from '#domain/counter/booking.ts'
import type { BookingState } from '#domain/counter/booking-life.ts'
import type { SlotLength } from '#domain/counter/counter-slots.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import { flag, id, instant } from './column-types.ts'

/** Bookings at the weekend counter. The row has codes and dates only and stays; its words are in another table. */
export const bookings = sqliteTable(
  'bookings',
  {
    id: id(),
    code: text('code').notNull(),
    communityId: text('community_id').notNull(),
    matterId: text('matter_id').notNull(),
    way: text('way').$type<BookingWay>().notNull(),
    state: text('state').$type<BookingState>().notNull(),
    seq: integer('seq').notNull(),
    /** A local day. */
    day: text('day').notNull(),
    /** Minute of the day. */
    start: integer('start').notNull(),
    length: integer('length').$type<SlotLength>().notNull(),
    desk: integer('desk').notNull(),
    bookedAt: instant('booked_at').notNull(),
    bookedBy: text('booked_by'),
    prepared: text('prepared', { enum: ['complete', 'lacking'] }),
    isToTell: flag('is_to_tell').notNull().default(false),
    remindedAt: instant('reminded_at'),
    servedBy: text('served_by'),
    endedAt: instant('ended_at'),
    calledAt: instant('called_at'),
    rating: text('rating').$type<Satisfaction>(),
  },
  (t) => [
    uniqueIndex('bookings_code').on(t.code),
    index('bookings_day').on(t.communityId, t.day, t.start),
    index('bookings_open').on(t.communityId, t.day).where(sql`state = 'booked'`),
    index('bookings_ended').on(t.communityId, t.endedAt).where(sql`ended_at is not null`),
  ],
)

/** What the visitor typed: erased with the days that the rules say. */
export const bookingWords = sqliteTable('booking_words', {
  bookingId: text('booking_id')
    .primaryKey()
    .references(() => bookings.id),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  note: text('note').notNull(),
})

/** Each five minutes at a desk that a booking takes. The key refuses the second of two people who take the same time. */
export const takenTimes = sqliteTable(
  'taken_times',
  {
    communityId: text('community_id').notNull(),
    day: text('day').notNull(),
    minute: integer('minute').notNull(),
    desk: integer('desk').notNull(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.day, t.minute, t.desk] }),
    index('taken_times_booking').on(t.bookingId),
  ],
)

/** Which entries of the knowledge base people can book for, and how long each takes. */
export const counterMatters = sqliteTable(
  'counter_matters',
  {
    knowledgeId: text('knowledge_id').primaryKey(),
    communityId: text('community_id').notNull(),
    length: integer('length').$type<SlotLength>().notNull(),
    /** Done at the counter; otherwise only handed in there. */
    isDoneHere: flag('is_done_here').notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    /** When it was taken off the counter; what was booked before stays. */
    endedAt: instant('ended_at'),
  },
  (t) => [index('counter_matters_place').on(t.communityId).where(sql`ended_at is null`)],
)
