import type { LedgerEntry } from '#db/ledger/ledger-rows.ts'
import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import { day } from '#domain/time/durations.ts'
import { isoIn, wallOf } from '#domain/time/zone.ts'
import { exact } from '#text/days.ts'
import type { Text } from '#text/text.ts'
import { nameOf } from '#views/wishes/wish-title.ts'
import { hoursBetween } from './ledger-spans.ts'

/** A name, a code, a number or an instant of the entry; null where there is none. */
type Fact = string | number | Date | null

/** One fact about an entry. All the files are made from this list, so that anyone can recompute the month. */
type Column = {
  /** The name in JSON, which never changes, even if the heading does. */
  readonly key: string
  readonly kind: 'text' | 'number' | 'hours' | 'time' | 'day'
  readonly head: (text: Text) => string
  readonly fact: (entry: LedgerEntry) => Fact
  /** The words for a fact that is a code. */
  readonly said?: (entry: LedgerEntry, text: Text) => string
  /** The width in a spreadsheet, in characters. */
  readonly width: number
}

const span = (key: string, head: Column['head'], from: keyof LedgerEntry, to: keyof LedgerEntry): Column => ({
  key,
  kind: 'hours',
  head,
  fact: (e) => hoursBetween(e[from] as Date | null, e[to] as Date | null),
  width: 16,
})

export const columns: readonly Column[] = [
  { key: 'code', kind: 'text', head: (t) => t.ledger.code, fact: (e) => e.code, width: 12 },
  {
    key: 'item',
    kind: 'text',
    head: (t) => t.ledger.wish,
    fact: (e) => e.itemId,
    said: nameOf,
    width: 28,
  },
  { key: 'quantity', kind: 'number', head: (t) => t.ledger.quantity, fact: (e) => e.quantity, width: 8 },
  {
    key: 'measure',
    kind: 'text',
    head: (t) => t.ledger.measure,
    fact: (e) => e.measure,
    said: (e, t) => (e.measure === null ? '' : (t.catalogue.measures[e.measure as Measure] ?? '')),
    width: 8,
  },
  {
    key: 'category',
    kind: 'text',
    head: (t) => t.ledger.category,
    fact: (e) => e.category,
    said: (e, t) => t.catalogue.categories[e.category],
    width: 10,
  },
  { key: 'grid', kind: 'text', head: (t) => t.ledger.grid, fact: (e) => e.gridName, width: 14 },
  {
    key: 'urgency',
    kind: 'text',
    head: (t) => t.ledger.urgency,
    fact: (e) => e.urgency,
    said: (e, t) => t.words.urgency[e.urgency],
    width: 10,
  },
  {
    key: 'state',
    kind: 'text',
    head: (t) => t.ledger.state,
    fact: (e) => e.state,
    said: (e, t) => t.words.state[e.state],
    width: 12,
  },
  {
    key: 'publishedAt',
    kind: 'time',
    head: (t) => t.ledger.published,
    fact: (e) => e.publishedAt,
    width: 18,
  },
  {
    key: 'firstClaimedAt',
    kind: 'time',
    head: (t) => t.ledger.claimed,
    fact: (e) => e.firstClaimedAt,
    width: 18,
  },
  { key: 'claimedAt', kind: 'time', head: (t) => t.ledger.claimedNow, fact: (e) => e.claimedAt, width: 18 },
  { key: 'promisedFor', kind: 'day', head: (t) => t.ledger.promised, fact: (e) => e.promiseAt, width: 12 },
  {
    key: 'deliveredAt',
    kind: 'time',
    head: (t) => t.ledger.delivered,
    fact: (e) => e.deliveredAt,
    width: 18,
  },
  {
    key: 'confirmedAt',
    kind: 'time',
    head: (t) => t.ledger.confirmed,
    fact: (e) => e.confirmedAt,
    width: 18,
  },
  { key: 'endedAt', kind: 'time', head: (t) => t.ledger.ended, fact: (e) => e.endedAt, width: 18 },
  span('hoursToClaim', (t) => t.ledger.toClaim, 'publishedAt', 'firstClaimedAt'),
  span('hoursToDelivery', (t) => t.ledger.toDelivery, 'firstClaimedAt', 'deliveredAt'),
  span('hoursToConfirmation', (t) => t.ledger.toConfirm, 'deliveredAt', 'confirmedAt'),
  {
    key: 'unit',
    kind: 'text',
    head: (t) => t.ledger.unit,
    fact: (e) => e.unitName,
    width: 20,
  },
  { key: 'volunteer', kind: 'text', head: (t) => t.ledger.volunteer, fact: (e) => e.volunteerName, width: 20 },
  { key: 'handedBack', kind: 'number', head: (t) => t.ledger.handedBack, fact: (e) => e.handedBack, width: 14 },
  { key: 'reopened', kind: 'number', head: (t) => t.ledger.reopened, fact: (e) => e.reopened, width: 10 },
]

/** Above the column, with the unit where its numbers have one. */
export const headOf = ({ head, kind }: Column, text: Text): string =>
  kind === 'hours' ? text.ledger.inHours(head(text)) : head(text)

/** The cell in the CSV file: words, numbers and local times. */
export function cellOf(column: Column, entry: LedgerEntry, text: Text, zone: string): string | number {
  const fact = column.fact(entry)
  if (fact instanceof Date) return exact(fact, zone).slice(0, column.kind === 'day' ? 10 : undefined)
  return column.said?.(entry, text) ?? fact ?? ''
}

/** The entry for programs: codes, numbers, and times with their zone. `title` is the text confirmed at publishing. */
export const recordOf = (entry: LedgerEntry, zone: string): Readonly<Record<string, string | number | null>> => ({
  ...Object.fromEntries(columns.map((column) => [column.key, plain(column, entry, zone)])),
  title: entry.publicText || null,
})

function plain(column: Column, entry: LedgerEntry, zone: string): string | number | null {
  const fact = column.fact(entry)
  if (!(fact instanceof Date)) return fact
  return column.kind === 'day' ? isoIn(fact, zone).slice(0, 10) : isoIn(fact, zone)
}

/** The cell in a spreadsheet: numbers and times that formulas can use, words for codes. */
export function sheetCellOf(column: Column, entry: LedgerEntry, text: Text, zone: string) {
  const fact = column.fact(entry)
  if (fact instanceof Date) {
    const wall = wallOf(fact, zone)
    return column.kind === 'day'
      ? { kind: 'day' as const, wall: new Date(wall.getTime() - (wall.getTime() % day)) }
      : { kind: 'time' as const, wall }
  }
  if (typeof fact === 'number') return { kind: 'number' as const, number: fact }
  const words = column.said?.(entry, text) ?? fact ?? ''
  return words ? { kind: 'text' as const, text: words } : null
}
