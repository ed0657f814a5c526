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

/** A month of one community, or of an area, as one reader may see it. */
export type Report = {
  /** `slug` is the place's name in addresses. */
  readonly place: Pick<Community, 'slug' | 'name' | 'zone'>
  readonly period: Period
  readonly total: Counts
  /** Its parts: a community's grids or an area's places. In the order of the tree, never by a figure. */
  readonly grids: readonly {
    readonly id: string
    readonly name: string
    readonly counts: Counts
    /** The address of its own month, if it has one. */
    readonly href?: string
  }[]
  readonly isOwnGrids: boolean
  /** The figures are as the secretary signed them. */
  readonly isSigned: boolean
  /** Supervisors only read figures; the lists behind them are for staff of the place. */
  readonly opensLists: boolean
  /** The time and the last event of the figures. */
  readonly stand: string
  /**
   * The local day since which the rules for the figures apply; null for an area, because its communities may have
   * different rules.
   */
  readonly rulesFrom: string | null
  /** Of a signed month, by the keys of its facts. */
  readonly corrected?: Notes
}

/** Small print next to a corrected figure: its new value, and when it was corrected. */
export type Notes = Readonly<Record<string, string>>
/** Another month next to the one being read. */
export type MonthFigures = { readonly month: Month; readonly counts: Counts; readonly notes: Notes }

/** What one reader sees in addition to the figures of a month. */
export type Review = {
  /** In a fixed order, by place or by name; never by a figure. */
  readonly parts: Readonly<Record<PartName, readonly PartRow[]>>
  readonly spans: Readonly<Record<SpanName, Span>>
  /** Reasons of wishes closed without being fulfilled; readers without lists get the public reasons only. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** Null: the community did not exist yet. */
  readonly before: MonthFigures | null
  readonly yearAgo: MonthFigures | null
  /** Oldest first, this month last; starts with the community's first month. */
  readonly trend: readonly MonthFigures[]
  /** Only for the running month: the wishes waiting now say nothing about an older one. */
  readonly waiting: readonly WaitingCell[] | null
  /** Only some of the community's grids: values next to signed figures are then computed today. */
  readonly isPartial: boolean
  /** Monthly wishes that will be repeated, or have been, in the month after; only for a recent month. */
  readonly recurring: readonly AskedThing[]
  /** How many volunteers got no invitation in the month; null where it cannot be counted any more or concerns others. */
  readonly invited: { readonly all: number; readonly never: number } | null
  /** The rules of the month ask that a wish is in the group and on the notice board in time. */
  readonly asksBothDoors: boolean
  readonly insight: { readonly most: readonly Insight[]; readonly rose: readonly Insight[] }
}
export type PartName = 'category' | 'source' | 'unit'
type PartRow = { readonly value: string | null; readonly name: string; readonly counts: Counts }

export type Opens = Pick<Report, 'place' | 'opensLists'> & { readonly period: Pick<Period, 'month'> }
/** One cell of a table: a grid, or a dimension as in the address. */
export type Cell = { readonly [side in 'grid' | 'category' | 'source' | 'unit' | 'item' | 'reason' | 'span']?: string }

/** The address of the list behind a figure; undefined for readers without lists. */
export function behind({ place, period, opensLists }: Opens, figure: FigureName | Aside, of = false, cell: Cell = {}) {
  if (!opensLists) return undefined
  const query = new URLSearchParams({ c: place.slug, ...cell, ...(of ? { of: '1' } : {}) })
  return `/reports/${period.month}/${figure}?${query}`
}

/** The word for "without one" in addresses. */
export const without = 'none'

/** The set that a figure is a share of; null for a plain count. */
export const baseOf = (figure: FigureName): SetName | null => figures[figure].of

/** A rate in words: a percentage, a fraction for small numbers, or that there was nothing. Empty for a plain count. */
export function rateWords(figure: FigureName, counts: Counts, { reports }: Text): string {
  if (!isRate(figure)) return ''
  const rate = rateOf(counts[figure], counts[figures[figure].of])
  if (rate.kind === 'nothing') return reports.nothing[figure]
  return rate.kind === 'fraction' ? reports.fraction(rate.count, rate.of) : `${(rate.tenths / 10).toFixed(1)}%`
}
