import type { LedgerEntry } from '#db/ledger.ts'
import type { Measure } from '#domain/catalogue-codes.ts'
import { exact } from '#text/days.ts'
import type { Text } from '#text/text.ts'
import { nameOf } from '../wishes/title.ts'

const hour = 3600 * 1000

/** Hours under two days, then days; whole ones that have passed. Empty where one end is missing. */
export function durationOf(from: Date | null, to: Date | null, { ledger }: Text): string {
  if (!from || !to) return ''
  const hours = Math.floor((to.getTime() - from.getTime()) / hour)
  if (hours < 1) return ledger.duration.short
  return hours < 48 ? ledger.duration.hours(hours) : ledger.duration.days(Math.floor(hours / 24))
}

export const monthName = (month: string, { ledger }: Text): string =>
  ledger.month(Number(month.slice(0, 4)), Number(month.slice(5)))

type Column = {
  readonly head: (text: Text) => string
  readonly cell: (entry: LedgerEntry, text: Text) => string | number
}

/** The columns of the file: the same facts as the page, so that anyone can reckon the month again. */
export function fileColumns(zone: string): readonly Column[] {
  const time = (at: Date | null) => (at ? exact(at, zone) : '')
  return [
    { head: (t) => t.ledger.code, cell: (e) => e.code },
    { head: (t) => t.ledger.wish, cell: (e, t) => nameOf(e, t) },
    { head: (t) => t.ledger.quantity, cell: (e) => e.quantity },
    { head: (t) => t.ledger.measure, cell: (e, t) => t.catalogue.measures[e.measure as Measure] ?? '' },
    { head: (t) => t.ledger.category, cell: (e, t) => t.catalogue.categories[e.category] },
    { head: (t) => t.ledger.grid, cell: (e) => e.gridName },
    { head: (t) => t.ledger.ageBand, cell: (e, t) => (e.ageBand ? t.words.ageBand[e.ageBand] : '') },
    { head: (t) => t.ledger.urgency, cell: (e, t) => t.words.urgency[e.urgency] },
    { head: (t) => t.ledger.state, cell: (e, t) => t.words.state[e.state] },
    { head: (t) => t.ledger.published, cell: (e) => time(e.publishedAt) },
    { head: (t) => t.ledger.claimed, cell: (e) => time(e.firstClaimedAt) },
    { head: (t) => t.ledger.promised, cell: (e) => time(e.promiseAt).slice(0, 10) },
    { head: (t) => t.ledger.delivered, cell: (e) => time(e.deliveredAt) },
    { head: (t) => t.ledger.confirmed, cell: (e) => time(e.confirmedAt) },
    { head: (t) => t.ledger.ended, cell: (e) => time(e.endedAt) },
    { head: (t) => t.ledger.toClaim, cell: (e, t) => durationOf(e.publishedAt, e.firstClaimedAt, t) },
    { head: (t) => t.ledger.toDelivery, cell: (e, t) => durationOf(e.firstClaimedAt, e.deliveredAt, t) },
    { head: (t) => t.ledger.toConfirm, cell: (e, t) => durationOf(e.deliveredAt, e.confirmedAt, t) },
    { head: (t) => t.ledger.unit, cell: (e) => e.unitName ?? '' },
    { head: (t) => t.ledger.volunteer, cell: (e) => e.volunteerName ?? '' },
    { head: (t) => t.ledger.handedBack, cell: (e) => e.handedBack },
    { head: (t) => t.ledger.reopened, cell: (e) => e.reopened },
  ]
}
