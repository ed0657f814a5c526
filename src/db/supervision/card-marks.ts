import { and, asc, eq, gt, isNull, lte, min, or, sql } from 'drizzle-orm'
import {
  bookings,
  cardMarks,
  cards,
  editions,
  editionWishes,
  events,
  inquiries,
  letters,
  wishes,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { LetterKind } from '#domain/letters/letter-life.ts'
import type { CardKind } from '#domain/supervision/card-steps.ts'
import type { Card } from '#domain/supervision/step-card.ts'
import type { DoorTimes } from '#domain/supervision/wish-deadlines.ts'

type CardMark = { readonly pos: number; readonly at: Date }

/** How far the events have been read for the cards. */
export async function cardMark(db: Db): Promise<CardMark> {
  const [row] = await db
    .select({ pos: cardMarks.pos, at: cardMarks.at })
    .from(cardMarks)
    .where(eq(cardMarks.id, 'cards'))
  return row ?? { pos: 0, at: new Date(0) }
}

export type EventRow = typeof events.$inferSelect

/** The next events after that position, without what they carried at the time. */
export const eventsAfter = (db: Db, pos: number, limit: number) =>
  db
    .select({ pos: events.pos, stream: events.stream, action: events.action, at: events.at, data: events.data })
    .from(events)
    .where(gt(events.pos, pos))
    .orderBy(asc(events.pos))
    .limit(limit)

/** All events of these streams, each stream in its order. */
export async function streamsOf(db: Db, streams: readonly string[]): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  const rows = await db
    .select()
    .from(events)
    .where(isOneOf(events.stream, streams))
    .orderBy(asc(events.stream), asc(events.seq))
  return Map.groupBy(rows, ({ stream }) => stream)
}

/** The rows of these streams. */
export async function cardsOf(db: Db, streams: readonly string[]): Promise<ReadonlyMap<string, readonly Card[]>> {
  const rows = await db.select().from(cards).where(isOneOf(cards.subject, streams))
  return Map.groupBy(rows, ({ subject }) => subject)
}

/** The streams of rows whose next card may be due, the earliest first, and of one second the row written first. */
export async function turningStreams(db: Db, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await db
    .select({ subject: cards.subject })
    .from(cards)
    .where(lte(cards.nextAt, now))
    .orderBy(asc(cards.nextAt), sql`${cards}.rowid`)
    .limit(limit)
  return [...new Set(rows.map(({ subject }) => subject))]
}

export type SubjectRow = {
  readonly subject: string
  readonly kind: CardKind
  readonly code: string
  readonly communityId: string
  /** Of a letter. */
  readonly letterKind: LetterKind | null
}

/** What these streams are: wishes, letters, bookings or inquiries. All other streams are left out. */
export async function subjectsOf(db: Db, streams: readonly string[]): Promise<readonly SubjectRow[]> {
  const columns = (table: typeof wishes | typeof letters | typeof bookings | typeof inquiries) => ({
    subject: table.id,
    code: table.code,
    communityId: table.communityId,
  })
  const found = await Promise.all([
    db.select(columns(wishes)).from(wishes).where(isOneOf(wishes.id, streams)),
    db
      .select({ ...columns(letters), letterKind: letters.kind })
      .from(letters)
      .where(isOneOf(letters.id, streams)),
    db.select(columns(bookings)).from(bookings).where(isOneOf(bookings.id, streams)),
    db.select(columns(inquiries)).from(inquiries).where(isOneOf(inquiries.id, streams)),
  ])
  const [ofWishes, ofLetters, ofBookings, ofInquiries] = found
  const subjects = [
    ...ofWishes.map((row) => ({ ...row, kind: 'wish' as const, letterKind: null })),
    ...ofLetters.map((row) => ({ ...row, kind: 'letter' as const })),
    ...ofBookings.map((row) => ({ ...row, kind: 'booking' as const, letterKind: null })),
    ...ofInquiries.map((row) => ({ ...row, kind: 'inquiry' as const, letterKind: null })),
  ]
  // In the order of the streams: ids are random, and the cards of one second would come in another order each time.
  const order = new Map(streams.map((stream, index) => [stream, index]))
  return subjects.toSorted((one, other) => (order.get(one.subject) ?? 0) - (order.get(other.subject) ?? 0))
}

/** When each of these wishes was first in the group, in a message that was not recalled, and first on a sheet. */
export async function doorTimesOf(db: Db, wishIds: readonly string[]): Promise<ReadonlyMap<string, DoorTimes>> {
  const rows = await db
    .select({ wishId: editionWishes.wishId, door: editions.door, at: min(editions.madeAt) })
    .from(editionWishes)
    .innerJoin(editions, eq(editions.id, editionWishes.editionId))
    .where(and(isOneOf(editionWishes.wishId, wishIds), or(eq(editions.door, 'board'), isNull(editions.endedAt))))
    .groupBy(editionWishes.wishId, editions.door)
  const byWish = Map.groupBy(rows, ({ wishId }) => wishId)
  const timeOf = (list: typeof rows, door: string) => list.find((row) => row.door === door)?.at ?? null
  return new Map([...byWish].map(([id, list]) => [id, { group: timeOf(list, 'group'), board: timeOf(list, 'board') }]))
}
