import { sql } from 'drizzle-orm'
import { events, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { type Counts, noCounts, periodOf, type SetName, setNames, sumOf } from '#domain/month/figures.ts'
import { type Facts, factsOf, keyOf, partsOf } from '#domain/month/month-facts.ts'
import type { Span, SpanName } from '#domain/month/waits.ts'
import { localMonth, type Month } from '#domain/time/workdays.ts'
import { publicReason } from '#domain/vocabulary.ts'
import { countsBy } from './figure-counts.ts'
import type { Asked } from './figure-sets.ts'
import { monthsOf, seriesOf } from './month-series.ts'
import { isSigned, signedParts } from './signed-values.ts'
import type { Supervised } from './supervised.ts'
import { spansOf } from './wait-lengths.ts'

export type Places = readonly Pick<Supervised, 'id' | 'zone'>[]

/**
 * One month of several communities, each in its own time zone: as signed and corrected where it is signed, otherwise as
 * computed now.
 */
export async function communityMonths(
  db: Db,
  places: Places,
  month: Month,
  now: Date,
): Promise<ReadonlyMap<string, Counts>> {
  const found = await Promise.all(
    inZones(places, month, now).map(async (asked) => {
      const months = await monthsOf(db, asked, [asked.period], setNames)
      return [...(months.get(month) ?? [])]
    }),
  )
  return new Map(found.flat())
}

/**
 * Their sums, month by month; see `seriesOf`. A month that has not begun in a community's zone contains nothing of it.
 */
export async function areaSeries(
  db: Db,
  places: Places,
  wanted: readonly Month[],
  names: readonly SetName[],
  now: Date,
): Promise<ReadonlyMap<Month, Counts>> {
  const zones = [...new Set(places.map(({ zone }) => zone))]
  const found = await Promise.all(
    zones.map((zone) => {
      const communityIds = places.filter((place) => place.zone === zone).map(({ id }) => id)
      const periods = wanted.flatMap((month) => periodOf(month, zone, now) ?? [])
      return seriesOf(db, { communityIds, gridIds: null, now }, periods, names)
    }),
  )
  return new Map(wanted.map((month) => [month, sumOf(found.map((series) => series.get(month) ?? noCounts))]))
}

export type AreaMonth = {
  /** The whole, the waits, and the parts by category, source and reason; reasons in public words only. */
  readonly facts: Facts
  readonly spans: Readonly<Record<SpanName, Span>>
  readonly byCommunity: ReadonlyMap<string, Counts>
  /** How many of the communities have signed the month. */
  readonly signed: number
  readonly lastEvent: number
}

/**
 * All figures of a month for several communities together. Waits cannot be added up: they are computed now over all the
 * wishes.
 */
export async function countArea(db: Db, places: Places, month: Month, now: Date): Promise<AreaMonth> {
  const lastEvent = await lastPositionIn(db, places)
  const ids = places.map(({ id }) => id)
  const signed = (await isSigned(db, ids, [month])).get(month) ?? new Set<string>()
  const open = places.filter(({ id }) => !signed.has(id))
  const byCommunity = await communityMonths(db, places, month, now)
  const spans = await spansOf(db, ...inZones(places, month, now))
  const parts = new Map<string, number>()
  const add = (key: string, value: number) => {
    const { figure, by, value: of } = partsOf(key)
    const shownKey = by === 'reason' ? keyOf(figure, by, publicReason(of)) : key
    if (value) parts.set(shownKey, (parts.get(shownKey) ?? 0) + value)
  }
  for (const side of ['category', 'source', 'reason'] as const) {
    if (signed.size) for (const { key, value } of await signedParts(db, [...signed], month, side)) add(key, value)
    const counted = await Promise.all(inZones(open, month, now).map((asked) => countsBy(db, asked, [side])))
    for (const { of, counts } of counted.flat()) {
      // Only wishes that have ended have a reason.
      if (side === 'reason' && of[side] === null) continue
      for (const set of setNames) add(keyOf(set, side, of[side]), counts[set])
    }
  }
  const whole = factsOf({ total: sumOf([...byCommunity.values()]), spans, parts: [] })
  const facts = { ...whole, ...Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1))) }
  return { facts, spans, byCommunity, signed: signed.size, lastEvent }
}

/** One query per time zone, because a month begins at local midnight. */
export function inZones(places: Places, month: Month, now: Date): readonly Asked[] {
  return [...new Set(places.map(({ zone }) => zone))].flatMap((zone) => {
    const period = periodOf(month, zone, now)
    const communityIds = places.filter((place) => place.zone === zone).map(({ id }) => id)
    return period ? [{ communityIds, gridIds: null, period, now }] : []
  })
}

/** The position of the communities' last event; 0 before the first one. */
async function lastPositionIn(db: Db, places: Places): Promise<number> {
  const last = sql<number>`max((select max(${events.pos}) from ${events} where ${events.communityId} = place.value))`
  const [row] = await db.select({ last }).from(each(places))
  return Number(row?.last ?? 0)
}

/** The month in which the first of the communities published its first wish; null before. */
export async function firstMonthIn(db: Db, places: Places): Promise<Month | null> {
  const [place] = places
  const ofPlace = sql`${wishes.communityId} = place.value and ${wishes.publishedAt} > 0`
  const first = sql<number>`min((select min(${wishes.publishedAt}) from ${wishes} where ${ofPlace}))`
  const [row] = await db.select({ first }).from(each(places))
  return place && row?.first ? localMonth(new Date(Number(row.first) * 1000), place.zone) : null
}

const each = (places: Places) => sql`json_each(${JSON.stringify(places.map(({ id }) => id))}) as place`
