import type { Community } from '#db/areas.ts'
import {
  type Counts,
  type FigureName,
  figures,
  isRate,
  type Period,
  type RateName,
  rateOf,
  type SetName,
} from '#domain/figures.ts'
import type { Text } from '#text/text.ts'

/** A month of one community as one reader may see it. */
export type Report = {
  readonly community: Pick<Community, 'slug' | 'name' | 'zone'>
  readonly period: Period
  readonly total: Counts
  /** In the order of the grids' places, never by a figure. */
  readonly grids: readonly { readonly id: string; readonly name: string; readonly counts: Counts }[]
  readonly isOwnGrids: boolean
  /** Supervisors read figures; the lists behind them are for those who work in the place. */
  readonly opensLists: boolean
  /** As of when the figures are, and up to which event. */
  readonly stand: string
  /** In small beside a figure of a signed month that was corrected since, by the figure's name. */
  readonly corrected?: Readonly<Record<string, string>>
}

export type Opens = Pick<Report, 'community' | 'period' | 'opensLists'>

/** The address of the list behind a figure; undefined where the reader gets no lists. */
export function behind({ community, period, opensLists }: Opens, figure: FigureName, of = false, grid?: string) {
  if (!opensLists) return undefined
  const query = new URLSearchParams({ c: community.slug, ...(grid ? { grid } : {}), ...(of ? { of: '1' } : {}) })
  return `/reports/${period.month}/${figure}?${query}`
}

/** The set that a figure is a share of; null for a plain count. */
export const baseOf = (figure: FigureName): SetName | null => figures[figure].of

/** A rate in words: a percentage, a fraction of few, or that there was nothing. Empty for a plain count. */
export function rateWords(figure: FigureName, counts: Counts, { reports }: Text): string {
  if (!isRate(figure)) return ''
  const rate = rateOf(counts[figure], counts[figures[figure].of])
  if (rate.kind === 'nothing') return reports.nothing[figure]
  return rate.kind === 'fraction' ? reports.fraction(rate.count, rate.of) : `${(rate.tenths / 10).toFixed(1)}%`
}

/** A part of a whole, as it stands beside a bar or under a rate. */
export const partOf = (figure: RateName, counts: Counts): string => `${counts[figure]} / ${counts[figures[figure].of]}`
