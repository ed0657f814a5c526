import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import type { Community } from '#db/community/area-rows.ts'
import { monthRules } from '#db/community/rule-rows.ts'
import { lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { countMonth, type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import type { Snapshot } from '#domain/month/month-facts.ts'
import type { C } from '#http/context.ts'
import { exact } from '#text/days.ts'
import { monthName, rulesWords } from '#views/ledger/ledger-spans.ts'
import type { Basis } from '#views/parts/paper/paper.tsx'
import { reportPlace } from './reports-place.ts'

/** What every sheet of a month is made from: as signed, or as computed now if it is not signed. */
export type SheetMonth = Omit<Snapshot, 'version'> & {
  readonly community: Community
  readonly period: Period
  readonly signed: SignedMonth | null
  /** Whether the reader works there and may open the lists behind the figures. */
  readonly isInside: boolean
  readonly lastEvent: number
  /** The local day since which the rules for the month's figures apply. */
  readonly rulesFrom: string | null
  readonly madeAt: Date
}

/** The month in the address, of a community that the reader may see as a whole; null for all others. */
export async function sheetMonth(c: C): Promise<SheetMonth | null> {
  const place = await reportPlace(c)
  const period = place && periodOf(c.req.param('month') ?? '', place.community.zone, c.get('services').now())
  return place && period && place.gridIds === null ? monthOf(c, place.community, period, place.opensLists) : null
}

/** `isInside`: includes the names and reasons that only staff may read. */
export async function monthOf(c: C, community: Community, period: Period, isInside = false): Promise<SheetMonth> {
  const { store, now } = c.get('services')
  const signed = await signedMonth(store.db, community.id, period.month, { isInside })
  const rulesFrom = signed?.rulesFrom ?? (await monthRules(store.db, community.id, period.month))
  const shared = { community, period, signed, isInside, rulesFrom, madeAt: now() }
  if (signed) return { ...shared, ...signed.snapshot, lastEvent: signed.lastEvent }
  return { ...shared, ...(await countMonth(store.db, community, period, now())) }
}

/** For a sheet with items and people: these are as of now, while its figures may be as signed. */
export async function letterBasisOf(c: C, month: SheetMonth): Promise<Basis> {
  const { sheets } = c.get('text')
  const { signed, period, community } = month
  const stand = period.isRunning ? sheets.running : sheets.notSigned
  const basis = await basisOf(c, month)
  if (!signed) return { ...basis, stand }
  return { ...basis, restUpTo: await lastPositionOf(c.get('services').store.db, community.id) }
}

/** The lines at the foot of a sheet. */
export const basisOf = async (
  c: C,
  { period, lastEvent, madeAt, community, rulesFrom }: SheetMonth,
): Promise<Basis> => ({
  month: monthName(period.month, c.get('text')),
  lastEvent,
  madeAt: exact(madeAt, community.zone),
  rules: rulesWords(rulesFrom, c.get('text')),
  check: await checkWordsNow(c.get('services')),
})
