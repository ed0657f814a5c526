import type { BookingAct } from '#domain/counter/booking-life.ts'
import { addDays, type Calendar, type Day, endOfDay, isWorkday, localDay } from '#domain/time/workdays.ts'
import { type Deadline, type Due, type DuePassage, deadlinesIn } from './deadline.ts'

/** The part of an event of a booking that its deadline follows from; `day` where the event chose one. */
type BookingPassageData = {
  readonly seq: number
  readonly at: Date
  readonly act: BookingAct
  readonly day: Day | null
}

/**
 * The documents of a booking are to be looked through by the last working day before it, or on the day it was booked if
 * that is later. A booking that is moved before that gets the date of its new day.
 */
export function bookingDeadlines(events: readonly BookingPassageData[], calendar: Calendar): readonly Deadline[] {
  const passages: DuePassage[] = []
  let due: Due | null = null
  let isPrepared = false
  for (const { seq, at, act, day } of events) {
    if (act === 'prepare') isPrepared = true
    if (isPrepared || isOver(act)) due = null
    else if (day) due = preparation(at, day, due?.startedAt ?? at, calendar)
    passages.push({ seq, at, state: isOver(act) ? 'ended' : 'booked', due: due ? [due] : [] })
  }
  return deadlinesIn(passages)
}

const isOver = (act: BookingAct): boolean =>
  ['cancel', 'come', 'miss', 'finish', 'handIn', 'lack', 'call'].includes(act)

function preparation(at: Date, day: Day, startedAt: Date, calendar: Calendar): Due {
  let last = addDays(day, -1)
  while (!isWorkday(calendar, last)) last = addDays(last, -1)
  const booked = localDay(at, calendar.zone)
  return {
    step: 'preparation',
    side: 'community',
    startedAt,
    dueAt: endOfDay(last > booked ? last : booked, calendar.zone),
  }
}
