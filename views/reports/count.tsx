import { type Counts, type FigureName, rateOf } from '#domain/month/figures.ts'
import { keyOf } from '#domain/month/month-facts.ts'
import type { Page } from '#views/page.ts'
import { baseOf, behind, type Cell, type Notes, type Opens, without } from './report-shape.ts'

type CountProps = {
  readonly page: Page
  readonly figure: string
  readonly count: number
  readonly href: string | undefined
}

/** A number that opens its list. The link's name includes the figure, for people who hear links one by one. */
export const Count = ({ page, figure, count, href }: CountProps) =>
  href ? (
    <a href={href} aria-label={page.text.reports.open(figure, count)}>
      {count}
    </a>
  ) : (
    <span>{count}</span>
  )

type ShareProps = {
  readonly page: Page
  /** The month of the lists. */
  readonly of: Opens
  readonly figure: FigureName
  readonly counts: Counts
  /** By the keys of the month's facts. */
  readonly notes?: Notes | undefined
  readonly cell?: Cell
  /** The part of the month, for people who hear only the link. */
  readonly name?: string
  /** Also shows the percentage, if the numbers are large enough. */
  readonly hasRate?: boolean
}

/** A figure and its denominator; each number opens its list, and corrected values are below. */
export const Share = ({ page, of, figure, counts, notes = {}, cell = {}, name = '', hasRate = false }: ShareProps) => {
  const { names } = page.text.reports
  const base = baseOf(figure)
  const rate = base && rateOf(counts[figure], counts[base])
  return (
    <span class="share">
      <Count
        page={page}
        figure={`${name} ${names[figure]}`.trim()}
        count={counts[figure]}
        href={behind(of, figure, false, cell)}
      />
      {base && (
        <>
          {' / '}
          <Count
            page={page}
            figure={`${name} ${names[base]}`.trim()}
            count={counts[base]}
            href={behind(of, figure, true, cell)}
          />
        </>
      )}
      {hasRate && rate?.kind === 'percent' && <small> {(rate.tenths / 10).toFixed(1)}%</small>}
      <Corrections page={page} figure={figure} notes={notes} cell={cell} />
    </span>
  )
}

type CorrectionsProps = Pick<ShareProps, 'page' | 'figure'> & {
  readonly notes?: Notes | undefined
  readonly cell?: Cell
}

/** The corrected values of a signed figure and of its denominator. */
export const Corrections = ({ page, figure, notes = {}, cell = {} }: CorrectionsProps) => {
  const { names } = page.text.reports
  const base = baseOf(figure)
  const own = notes[keyIn(figure, cell)]
  const rate = notes[`rate:${keyIn(figure, cell)}`]
  const ofBase = base === null ? undefined : notes[keyIn(base, cell)]
  return (
    <>
      {own && <small> {own}</small>}
      {base && ofBase && (
        <small>
          {' '}
          {names[base]} {ofBase}
        </small>
      )}
      {rate && <small> {rate}</small>}
    </>
  )
}

/** The key of a cell in the month's facts. */
function keyIn(figure: string, cell: Cell): string {
  const side = (['grid', 'category', 'source', 'unit', 'reason'] as const).find((by) => cell[by] !== undefined)
  if (!side) return figure
  const value = cell[side] ?? null
  return keyOf(figure, side, value === without ? null : value)
}
