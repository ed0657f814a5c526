import { type AreaMonth, areaSeries, countArea, firstMonthIn } from '#db/months/area-months.ts'
import { areaUnits } from '#db/months/area-units.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { type Counts, noCounts, type Period, periodOf, setNames, sumOf } from '#domain/month/figures.ts'
import { countsFrom, type Facts, keyOf, valuesOf } from '#domain/month/month-facts.ts'
import { localMonth, type Month, previousMonth } from '#domain/time/workdays.ts'
import { sources } from '#domain/vocabulary.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C } from '#http/context.ts'
import { pageOf, show } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { AreaReport } from '#views/reports/area-report.tsx'
import type { Review } from '#views/reports/report-shape.ts'
import { noMonth } from './no-month.tsx'
import { countryZone, type ReportArea, reportArea } from './reports-place.ts'
import { comparedSets, monthsUntil, trendSets, yearBefore } from './reports-review.ts'

/** A month of a street, a county or a prefecture, added up from its communities. */
export type SummedMonth = Omit<AreaMonth, 'byCommunity'> &
  ReportArea & {
    readonly period: Period
    /** What is directly in the area, in the order of the tree, each with its own sum. */
    readonly parts: readonly {
      readonly id: string
      readonly name: string
      readonly href: string
      readonly counts: Counts
    }[]
    readonly madeAt: Date
  }

/** The month and the area in the address; null if the reader does not supervise it. */
export async function summedMonth(c: C): Promise<SummedMonth | null> {
  const { store, now } = c.get('services')
  const madeAt = now()
  const period = periodOf(c.req.param('month') ?? '', countryZone, madeAt)
  const found = period && (await reportArea(c))
  if (!found) return null
  const { month } = period
  const { byCommunity, facts, ...counted } = await countArea(store.db, found.communities, month, madeAt)
  const parts = found.below.map(({ id, kind, name, path, slug }) => {
    const own = found.communities.filter((community) => community.path.startsWith(path))
    const query = kind === 'community' ? `c=${slug}` : `area=${id}`
    const counts = sumOf(own.map((community) => byCommunity.get(community.id) ?? noCounts))
    return { id, name, href: `/reports/${month}?${query}`, counts }
  })
  const inParts = parts.flatMap(({ id, counts }) =>
    setNames.map((set) => [keyOf(set, 'area', id), counts[set]] as const),
  )
  const all: Facts = { ...facts, ...Object.fromEntries(inParts) }
  return { ...found, ...counted, period, parts, facts: all, madeAt }
}

export async function areaReport(c: C): Promise<Response> {
  const summed = await summedMonth(c)
  if (!summed) return noMonth(c)
  const { area, period, parts, facts, communities, signed, madeAt, lastEvent } = summed
  const here = pageOf(c, await readersPlace(c))
  const firstMonth = (await firstMonthIn(c.get('services').store.db, communities)) ?? localMonth(madeAt, countryZone)
  const report = {
    place: { slug: area.id, name: area.name, zone: countryZone },
    period,
    grids: parts,
    total: countsFrom(facts),
    isOwnGrids: false,
    opensLists: false,
    rulesFrom: null,
    isSigned: signed > 0 && signed === communities.length,
    stand: here.text.months.stand.moving(exact(madeAt, countryZone), lastEvent),
  }
  const review = await reviewOfArea(c, summed, firstMonth)
  return show(
    c,
    here,
    here.text.areas.title(area.name, monthName(period.month, here.text)),
    <AreaReport page={here} report={report} review={review} firstMonth={firstMonth} summed={summed} />,
  )
}

async function reviewOfArea(c: C, summed: SummedMonth, firstMonth: Month): Promise<Review> {
  const { communities, period, facts, spans, madeAt } = summed
  const { catalogue, words, review, areas } = c.get('text')
  const { db } = c.get('services').store
  const beside = async (month: Month) =>
    month < firstMonth ? null : shownMonthOf(month, await areaSeries(db, communities, [month], comparedSets, madeAt))
  const months = monthsUntil(period.month).filter((month) => month >= firstMonth)
  const series = await areaSeries(db, communities, months, trendSets, madeAt)
  const units = await areaUnits(db, communities, period.month, madeAt)
  const row = (by: 'category' | 'source', value: string, name: string) => ({
    value,
    name,
    counts: countsFrom(facts, by, value),
  })
  const reasons = valuesOf(facts, 'reason').flatMap((reason) => {
    const count = countsFrom(facts, 'reason', reason).closed
    return count ? [{ reason: reason ?? '', count }] : []
  })
  return {
    parts: {
      category: categories.map((category) => row('category', category, catalogue.categories[category])),
      source: sources.map((source) => row('source', source, words.source[source])),
      unit: [
        ...units.named,
        { name: areas.fewUnits, counts: units.few },
        { name: review.noUnit, counts: units.none },
      ].map((one) => ({ ...one, value: null })),
    },
    spans,
    reasons,
    before: await beside(previousMonth(period.month)),
    yearAgo: await beside(yearBefore(period.month)),
    trend: months.map((month) => shownMonthOf(month, series)),
    waiting: null,
    isPartial: false,
    recurring: [],
    invited: null,
    asksBothDoors: true,
    insight: { most: [], rose: [] },
  }
}

/** The sums include all corrections, so none has to be shown next to them. */
const shownMonthOf = (month: Month, series: ReadonlyMap<Month, Counts>) => ({
  month,
  counts: series.get(month) ?? noCounts,
  notes: {},
})
