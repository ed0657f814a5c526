import { seconds } from '#domain/time/seconds.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import { cardFrom, coloursUntil, nextCardAt, warnsAt } from './card-dates.ts'
import type { Deadline } from './deadline.ts'
import type { Card, CardAct, CardEvent, CardSubject } from './step-card.ts'

export type CardChange =
  | { readonly kind: 'put'; readonly card: Card; readonly isNew: boolean; readonly events: readonly CardEvent[] }
  /** The step was done before it got a card. */
  | { readonly kind: 'drop'; readonly id: string }

type Known = {
  /** The rows of this stream. */
  readonly rows: readonly Card[]
  /** What ended before was settled by an earlier run. */
  readonly settledUntil: Date
  readonly now: Date
  readonly calendar: Calendar
}

/**
 * What has to be written so that the rows of a stream follow its deadlines: each card once, with its events. Asked the same
 * again it gives nothing, and it gives the same cards however late it is asked.
 */
export function planCards(of: CardSubject, deadlines: readonly Deadline[], known: Known): readonly CardChange[] {
  const { rows, settledUntil, now } = known
  const idOf = ({ step, from }: Deadline) => `${of.subject}:${step}:${from}`
  const wanted = deadlines.flatMap((deadline) => {
    const id = idOf(deadline)
    const row = rows.find((one) => one.id === id) ?? null
    const isSettled = row ? row.endedAt !== null : deadline.endedAt !== null && deadline.endedAt < settledUntil
    return isSettled ? [] : [changeTo(row, cardOf({ ...of, id }, deadline, row, known), now)]
  })
  // A change of the rules or of the calendar has left the step without a date.
  const ids = new Set(deadlines.map(idOf))
  const gone = rows
    .filter((row) => row.endedAt === null && !ids.has(row.id))
    .map((row) => changeTo(row, { ...row, endedAt: now, end: 'moved', nextAt: null }, now))
  return [...wanted, ...gone].filter((change) => change !== null)
}

/** The row as it should be now. */
function cardOf(
  of: CardSubject & { readonly id: string },
  { from: _, ...deadline }: Deadline,
  row: Card | null,
  { now, calendar }: Known,
): Card {
  // Once a card was given for a date, that date stays, whatever the calendar says later.
  const dueAt = row?.colour ? row.dueAt : deadline.dueAt
  const warnAt = row?.colour ? row.warnAt : warnsAt(calendar, deadline)
  const dated = { ...deadline, dueAt, warnAt }
  const colour = coloursUntil(dated, now).at(-1) ?? null
  return { ...of, ...dated, ...colouredAs(dated, colour), seq: row?.seq ?? 0 }
}

const colouredAs = (
  dates: Pick<Card, 'dueAt' | 'warnAt' | 'endedAt'>,
  colour: Card['colour'],
): Pick<Card, 'colour' | 'cardAt' | 'nextAt'> => ({
  colour,
  cardAt: colour ? cardFrom(dates) : null,
  nextAt: dates.endedAt ? null : nextCardAt(dates, colour),
})

function changeTo(row: Card | null, card: Card, now: Date): CardChange | null {
  const isUseless = card.endedAt !== null && card.colour === null
  if (isUseless) return row ? { kind: 'drop', id: row.id } : null
  const isGiven = (colour: CardAct) => row?.colour === 'red' || row?.colour === colour
  const acts: readonly CardAct[] = [
    ...coloursUntil(card, now).filter((colour) => !isGiven(colour)),
    ...(card.endedAt ? (['end'] as const) : []),
  ]
  if (row && !acts.length && isSame(row, card)) return null
  const events = acts.map((act, index) => eventOf(card, act, card.seq + index + 1, now))
  return { kind: 'put', card: { ...card, seq: card.seq + acts.length }, isNew: row === null, events }
}

const isSame = (row: Card, card: Card): boolean =>
  row.state === card.state &&
  row.dueAt.getTime() === card.dueAt.getTime() &&
  row.nextAt?.getTime() === card.nextAt?.getTime()

const eventOf = (card: Card, act: CardAct, seq: number, at: Date): CardEvent => {
  const { id, communityId, dueAt, kind, side, step, state, cardAt, endedAt, end } = card
  const about = { kind, side, step, state, cardAt: cardAt && seconds(cardAt) }
  const data = act === 'end' ? { ...about, endedAt: endedAt && seconds(endedAt), end } : about
  return { stream: id, seq, act, at, communityId, dueAt, data }
}
