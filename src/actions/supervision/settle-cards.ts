import { eq, sql } from 'drizzle-orm'
import { communitySettingOf } from '#db/community/community-situation.ts'
import { cardMarks, cards, events } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import {
  cardMark,
  cardsOf,
  doorTimesOf,
  type EventRow,
  type SubjectRow,
  streamsOf,
  subjectsOf,
} from '#db/supervision/card-marks.ts'
import type { BookingAct } from '#domain/counter/booking-life.ts'
import type { LetterSide, LetterState } from '#domain/letters/letter-life.ts'
import { bookingDeadlines } from '#domain/supervision/booking-deadlines.ts'
import type { Deadline } from '#domain/supervision/deadline.ts'
import { inquiryDeadlines } from '#domain/supervision/inquiry-deadlines.ts'
import type { InquiryState } from '#domain/supervision/inquiry-life.ts'
import { letterDeadlines } from '#domain/supervision/letter-deadlines.ts'
import { type CardChange, planCards } from '#domain/supervision/plan-cards.ts'
import { type DeadlineSetting, type DoorTimes, wishDeadlines } from '#domain/supervision/wish-deadlines.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import type { Services } from '#src/services.ts'

/** The position that has been read; null if only the time has gone on. */
type ReadUntil = { readonly pos: number; readonly at: Date } | null

/**
 * Brings the cards of these streams up to date, in one commit. Gives how many cards were given; null if another clock was
 * quicker, which has then written the same.
 */
export async function settleCards(
  services: Services,
  streams: readonly string[],
  readUntil: ReadUntil,
): Promise<number | null> {
  const { store } = services
  const mark = await cardMark(store.db)
  const changes = await changesFor(services, streams, mark.at)
  const given = changes.flatMap((change) => (change.kind === 'put' ? change.events : []))
  const statements = [
    markStatement(services, mark.pos, readUntil ?? mark),
    ...changes.flatMap((change) => statementsOf(services, change)),
  ]
  try {
    await store.commit(statements)
    return given.filter(({ act }) => act !== 'end').length
  } catch (error) {
    if (takenKey(error) !== null || wasRefused(error, 'card_marks.pos')) return null
    throw error
  }
}

/** A second clock finds a mark other than it had read, and its whole commit is refused. */
function markStatement({ store }: Services, before: number, { pos, at }: NonNullable<ReadUntil>): Statement {
  return store.db
    .insert(cardMarks)
    .values({ id: 'cards', pos, at })
    .onConflictDoUpdate({
      target: cardMarks.id,
      set: { pos: onlyIf(sql`${cardMarks.pos} = ${before}`, sql`${pos}`), at: sql`${seconds(at)}` },
    })
}

async function changesFor(
  services: Services,
  streams: readonly string[],
  settledUntil: Date,
): Promise<readonly CardChange[]> {
  const { db } = services.store
  const subjects = await subjectsOf(db, streams)
  const ids = subjects.map(({ subject }) => subject)
  const histories = await streamsOf(db, ids)
  const rows = await cardsOf(db, ids)
  const doors = await doorTimesOf(db, ids)
  const now = services.now()
  const changes: CardChange[] = []
  for (const of of subjects) {
    const setting = await communitySettingOf(db, of.communityId)
    if (!setting) continue
    try {
      const { letterKind: _, ...subject } = of
      const deadlines = deadlinesOf(of, histories.get(of.subject) ?? [], doors.get(of.subject) ?? never, setting)
      const known = { rows: rows.get(of.subject) ?? [], settledUntil, now, calendar: setting.calendar }
      changes.push(...planCards(subject, deadlines, known))
    } catch (error) {
      // One broken history must not keep the clock from the others. The message may contain personal data.
      console.error(`cards: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
  return changes
}

const never: DoorTimes = { group: null, board: null }

function deadlinesOf(
  { kind, letterKind }: SubjectRow,
  history: readonly EventRow[],
  doors: DoorTimes,
  setting: DeadlineSetting,
): readonly Deadline[] {
  switch (kind) {
    case 'wish':
      // A cast is enough: the columns of a wish's stream contain only what the domain wrote.
      return wishDeadlines(history as readonly WishEvent[], doors, setting)
    case 'letter':
      return letterDeadlines(
        letterKind ?? 'question',
        history.map(({ seq, at, data }) => ({
          seq,
          at,
          state: data.state as LetterState,
          side: data.side as LetterSide,
        })),
        setting,
      )
    case 'booking':
      return bookingDeadlines(
        history.map(({ seq, at, action, data }) => ({
          seq,
          at,
          act: action.replace('booking-', '') as BookingAct,
          day: typeof data.day === 'string' ? data.day : null,
        })),
        setting.calendar,
      )
    case 'inquiry':
      return inquiryDeadlines(
        history.map(({ seq, at, dueAt, data }) => ({ seq, at, dueAt, state: data.state as InquiryState })),
      )
  }
}

/** The events come first: their keys are the lock. */
function statementsOf({ store }: Services, change: CardChange): readonly Statement[] {
  const { db } = store
  if (change.kind === 'drop') return [db.delete(cards).where(eq(cards.id, change.id))]
  const { card, isNew } = change
  const { id, ...row } = card
  return [
    ...change.events.map(({ act, ...event }) =>
      db.insert(events).values({ ...event, action: `card-${act}`, actorId: 'clock' }),
    ),
    isNew ? db.insert(cards).values(card) : db.update(cards).set(row).where(eq(cards.id, id)),
  ]
}
