import { type Community, gridsOf } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { neverAsked } from '#db/matching/askable-rows.ts'
import { type Counted, countsBy } from '#db/months/figure-counts.ts'
import type { Asked } from '#db/months/figure-sets.ts'
import { thingsOf, waitingOf } from '#db/months/month-asides.ts'
import { type ShownMonth, shownMonths } from '#db/months/month-series.ts'
import { spansOf } from '#db/months/wait-lengths.ts'
import type { Db } from '#db/store/store.ts'
import { unitNames } from '#db/wishes/unit-names.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { comingOf, figures, isRate, type Period, periodOf, type SetName, sumOf } from '#domain/month/figures.ts'
import { insightsOf } from '#domain/month/insight.ts'
import { countsFrom, type Snapshot, valuesOf } from '#domain/month/month-facts.ts'
import { spanNames, spans } from '#domain/month/waits.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { day } from '#domain/time/durations.ts'
import { localMonth, type Month, nextMonth, previousMonth } from '#domain/time/workdays.ts'
import { publicReason, sources } from '#domain/vocabulary.ts'
import type { C } from '#http/context.ts'
import { shortDay } from '#text/days.ts'
import { compared } from '#views/reports/compare-months.tsx'
import type { MonthFigures, Notes, PartName, Report, Review } from '#views/reports/report-shape.ts'
import { askedOf, type ReportPlace } from './reports-place.ts'

/** A day less than until they are deleted. */
const invitationsStored = 182 * day

const sides = ['grid', 'category', 'source', 'unit'] as const
type Cells = readonly Counted<(typeof sides)[number]>[]

/** The month as computed now: each of its tables is read once for all dimensions. */
export async function figuresIn(c: C, place: ReportPlace, period: Period) {
  const { db } = c.get('services').store
  const cells = await countsBy(db, askedOf(c, place, period), sides)
  const grids = (await gridsOf(db, place.community.id)).filter(({ id }) => place.gridIds?.includes(id) ?? true)
  const total = sumOf(cells.map(({ counts }) => counts))
  return { cells, total, grids: grids.map((grid) => ({ ...grid, counts: sumWhere(cells, 'grid', grid.id) })) }
}

const sumWhere = (cells: Cells, by: (typeof sides)[number], value: string | null) =>
  sumOf(cells.filter(({ of }) => of[by] === value).map(({ counts }) => counts))

type ShownReport = Pick<Report, 'period' | 'opensLists'> & {
  readonly cells: Cells
  /** The community's first month; earlier ones are not shown. */
  readonly firstMonth: Month
  /** What was signed; null if nothing was, or if the reader sees only a part of it. */
  readonly held: Snapshot | null
}

/** Everything that the page shows in addition to a month's figures. */
export async function reviewOf(c: C, place: ReportPlace, shown: ShownReport): Promise<Review> {
  const { store, now } = c.get('services')
  const { db } = store
  const { community, gridIds } = place
  const { period, firstMonth, held } = shown
  const asked = askedOf(c, place, period)
  const other = (month: Month) => (month < firstMonth ? null : periodOf(month, community.zone, now()))
  const [last, aYearAgo] = [other(previousMonth(period.month)), other(yearBefore(period.month))]
  const isRecent = nextMonth(period.month) >= localMonth(now(), community.zone)
  const [parts, waits, reasons, before, yearAgo, trend, waiting, asks, asksBefore] = await Promise.all([
    partsOf(c, place, shown),
    held ? signedWaits(held) : spansOf(db, asked),
    reasonsOf(c, asked, shown),
    last && figuresOfPeriods(c, asked, place, [last], comparedSets),
    aYearAgo && figuresOfPeriods(c, asked, place, [aYearAgo], comparedSets),
    trendOf(c, asked, place, period, firstMonth),
    period.isRunning ? waitingOf(db, asked) : null,
    thingsOf(db, asked, 'wished'),
    last && thingsOf(db, { ...asked, period: last }, 'wished'),
  ])
  const coming = { ...asked, period: comingOf(period, community.zone) }
  const recurring = isRecent ? await thingsOf(db, coming, 'recurring') : []
  const isPartial = gridIds !== null
  return {
    parts,
    spans: waits,
    reasons,
    before: before?.[0] ?? null,
    yearAgo: yearAgo?.[0] ?? null,
    trend,
    waiting,
    isPartial,
    insight: insightsOf(asks, asksBefore),
    recurring,
    invited: isPartial ? null : await invitedOf(db, community, period, now()),
    asksBothDoors: await asksBothDoors(db, community, period),
  }
}

/** Invitations are deleted after half a year; a month of which some may be gone is not counted. */
async function invitedOf(db: Db, { id }: Community, { from, until }: Period, now: Date) {
  if (from.getTime() < now.getTime() - invitationsStored) return null
  return neverAsked(db, id, from, until)
}

async function asksBothDoors(db: Db, { id }: Community, { month }: Period): Promise<boolean> {
  return ruleVersionOn(await rulesOf(db, id), `${month}-01`).rules.publishedTwiceWithin > 0
}

export const yearBefore = (month: Month): Month => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

export const comparedSets: readonly SetName[] = [
  ...new Set(compared.flatMap((figure): SetName[] => (isRate(figure) ? [figure, figures[figure].of] : [figure]))),
]

async function partsOf(c: C, place: ReportPlace, { cells, held }: ShownReport): Promise<Review['parts']> {
  const { catalogue, words, review } = c.get('text')
  const names = held
    ? [...held.units].sort((a, b) => (a.name < b.name ? -1 : 1))
    : await unitNames(c.get('services').store.db, place.community.id)
  const counts = (by: PartName, value: string | null) =>
    held ? countsFrom(held.facts, by, value) : sumWhere(cells, by, value)
  const row = (by: PartName, value: string | null, name: string) => ({ value, name, counts: counts(by, value) })
  return {
    category: categories.map((category) => row('category', category, catalogue.categories[category])),
    source: sources.map((source) => row('source', source, words.source[source])),
    // A community knows many units; only those whose members delivered something get a row.
    unit: [...names.map(({ id, name }) => row('unit', id, name)), row('unit', null, review.noUnit)].filter(
      (one) => one.counts.deliveries + one.counts['callback-due'] > 0,
    ),
  }
}

const signedWaits = ({ facts }: Snapshot): Review['spans'] =>
  Object.fromEntries(
    spanNames.map((name) => [
      name,
      {
        many: countsFrom(facts)[spans[name].set],
        median: facts[`${name}.median`] ?? null,
        slowest: facts[`${name}.slowest`] ?? null,
      },
    ]),
  ) as Review['spans']

/** Supervisors get the public reasons: moved, deceased and consent withdrawn are one. */
async function reasonsOf(c: C, asked: Asked, { held, opensLists }: ShownReport): Promise<Review['reasons']> {
  const counted = held
    ? valuesOf(held.facts, 'reason').map((reason) => ({
        reason,
        count: countsFrom(held.facts, 'reason', reason).closed,
      }))
    : (await countsBy(c.get('services').store.db, asked, ['reason'], ['closed'])).map(({ of, counts }) => ({
        reason: of.reason,
        count: counts.closed,
      }))
  const found = new Map<string, number>()
  for (const { reason, count } of counted) {
    const name = (opensLists ? reason : publicReason(reason)) ?? ''
    if (count) found.set(name, (found.get(name) ?? 0) + count)
  }
  return [...found].map(([reason, count]) => ({ reason, count })).sort((a, b) => (a.reason < b.reason ? -1 : 1))
}

export const trendSets: readonly SetName[] = ['published', 'fulfilled', 'due', 'on-time']

/** Twelve months, this one last. */
export const monthsUntil = (month: Month): readonly Month[] =>
  Array.from({ length: 12 }).reduce<readonly Month[]>((all) => [previousMonth(all[0] ?? nextMonth(month)), ...all], [])

async function trendOf(c: C, asked: Asked, place: ReportPlace, period: Period, firstMonth: Month) {
  const { now } = c.get('services')
  const months = monthsUntil(period.month).filter((month) => month >= firstMonth)
  const periods = months.flatMap((month) => periodOf(month, place.community.zone, now()) ?? [])
  return figuresOfPeriods(c, asked, place, periods, trendSets)
}

/** Other months, each with the figures of its own page. */
async function figuresOfPeriods(
  c: C,
  asked: Asked,
  { community }: ReportPlace,
  periods: readonly Period[],
  names: readonly SetName[],
): Promise<readonly MonthFigures[]> {
  const shown = await shownMonths(c.get('services').store.db, asked, periods, names)
  return [...shown].map(([month, { counts, corrected }]) => ({
    month,
    counts,
    notes: notesOf(c, community, corrected),
  }))
}

/** The corrected values of a signed month's figures, in small print next to them. */
export function notesOf(c: C, { zone }: Community, corrected: ShownMonth['corrected']): Notes {
  const { official } = c.get('text').months
  return Object.fromEntries(
    Object.entries(corrected).map(([name, { value, at }]) => [
      name,
      official.correctedTo(String(value), shortDay[c.get('lang')](at, zone)),
    ]),
  )
}
