import type { Community } from '#db/community/area-rows.ts'
import type { WaitingCell } from '#db/months/month-asides.ts'
import {
  type Aside,
  type Counts,
  type FigureName,
  figures,
  isRate,
  type Period,
  rateOf,
  type SetName,
} from '#domain/month/figures.ts'
import type { AskedThing, Insight } from '#domain/month/insight.ts'
import type { Span, SpanName } from '#domain/month/waits.ts'
import type { Month } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'

/** A month of one community, or of the area above several, as one reader may see it. */
export type Report = {
  /** `slug` is what an address calls it. */
  readonly place: Pick<Community, 'slug' | 'name' | 'zone'>
  readonly period: Period
  readonly total: Counts
  /** What lies in it, a community's grids or an area's parts: in the order of the tree, never by a figure. */
  readonly grids: readonly {
    readonly id: string
    readonly name: string
    readonly counts: Counts
    /** Its own month, where it has one. */
    readonly href?: string
  }[]
  readonly isOwnGrids: boolean
  /** As the secretary signed it. */
  readonly isSigned: boolean
  /** Supervisors read figures; the lists behind them are for those who work in the place. */
  readonly opensLists: boolean
  /** As of when the figures are, and up to which event. */
  readonly stand: string
  /** Since which local day the rules hold by which it is reckoned; an area's communities may each have their own. */
  readonly rulesFrom: string | null
  /** Of a signed month, by the keys of its facts. */
  readonly corrected?: Notes
}

/** In small beside a figure that was corrected since its month was signed: to what, and when. */
export type Notes = Readonly<Record<string, string>>
/** Another month beside the one that is read. */
export type Beside = { readonly month: Month; readonly counts: Counts; readonly notes: Notes }

/** What stands beside the figures of a month, for one reader. */
export type Review = {
  /** In a fixed order, by place or by name; never by a figure. */
  readonly parts: Readonly<Record<PartName, readonly PartRow[]>>
  readonly spans: Readonly<Record<SpanName, Span>>
  /** Reasons of what was closed without fulfilment; told apart in public words only where the reader gets no lists. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** Null: the community was not there yet. */
  readonly before: Beside | null
  readonly yearAgo: Beside | null
  /** Oldest first, this month last; from the community's first month on. */
  readonly trend: readonly Beside[]
  /** Only of a month that is running or has just ended: what waits now says nothing of an older one. */
  readonly waiting: readonly WaitingCell[] | null
  /** Of some of the community's grids only: what stands beside a signed figure was then reckoned today. */
  readonly isPartial: boolean
  /** Monthly wishes that come back in the month after, or have come back in it; only beside a recent month. */
  readonly recurring: readonly AskedThing[]
  readonly insight: { readonly most: readonly Insight[]; readonly rose: readonly Insight[] }
}
export type PartName = 'category' | 'source' | 'unit'
type PartRow = { readonly value: string | null; readonly name: string; readonly counts: Counts }

export type Opens = Pick<Report, 'place' | 'opensLists'> & { readonly period: Pick<Period, 'month'> }
/** One cell of a table: a grid, or a side as the address names it. */
export type Cell = { readonly [side in 'grid' | 'category' | 'source' | 'unit' | 'item' | 'reason' | 'span']?: string }

/** The address of the list behind a figure; undefined where the reader gets no lists. */
export function behind({ place, period, opensLists }: Opens, figure: FigureName | Aside, of = false, cell: Cell = {}) {
  if (!opensLists) return undefined
  const query = new URLSearchParams({ c: place.slug, ...cell, ...(of ? { of: '1' } : {}) })
  return `/reports/${period.month}/${figure}?${query}`
}

/** How an address says "without one". */
export const without = 'none'

/** The set that a figure is a share of; null for a plain count. */
export const baseOf = (figure: FigureName): SetName | null => figures[figure].of

/** A rate in words: a percentage, a fraction of few, or that there was nothing. Empty for a plain count. */
export function rateWords(figure: FigureName, counts: Counts, { reports }: Text): string {
  if (!isRate(figure)) return ''
  const rate = rateOf(counts[figure], counts[figures[figure].of])
  if (rate.kind === 'nothing') return reports.nothing[figure]
  return rate.kind === 'fraction' ? reports.fraction(rate.count, rate.of) : `${(rate.tenths / 10).toFixed(1)}%`
}
