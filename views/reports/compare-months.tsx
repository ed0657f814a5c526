import { type Counts, type FigureName, figures, isRate, rateOf } from '#domain/month/figures.ts'
import { referenceOf } from '#domain/wish/reference.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Heat, type HeatCell } from '#views/parts/chart/heat.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Share } from './count.tsx'
import { type MonthFigures, type Report, type Review, rateWords } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly review: Review }

export const compared = [
  'published',
  'carried',
  'confirmed',
  'direct',
  'claimed',
  'on-time',
  'fulfilled',
  'called',
  'paged',
  'reached',
  'satisfied',
  'page-satisfied',
] as const satisfies readonly FigureName[]

/**
 * The month next to other months, and next to what the 12345 hotline publishes about itself: a reference that no colour
 * judges. A month before the community existed has no column, which leaves more room on a phone.
 */
export const Compare = ({ page, report, review }: Props) => {
  const { text } = page
  const words = text.review
  const { before, yearAgo } = review
  const others = [
    ...(before ? [{ name: words.before, month: before }] : []),
    ...(yearAgo ? [{ name: words.yearAgo, month: yearAgo }] : []),
  ]
  const own = { month: report.period.month, counts: report.total, notes: report.corrected ?? {} }
  const missing = [...(before ? [] : [words.before]), ...(yearAgo ? [] : [words.yearAgo])]
  return (
    <Fold summary={words.compare}>
      <Heat
        caption={words.compare}
        corner={text.reports.figure}
        columns={[words.thisMonth, ...others.map(({ name }) => name)]}
        rows={compared.map((figure) => ({
          name: <Name figure={figure} text={text} />,
          cells: [
            cellOf({ page, report, figure, month: own }),
            ...others.map(({ name, month }) => {
              const said = differenceWords(figure, report.total, { name, counts: month.counts }, text)
              return cellOf({ page, report, figure, month, said })
            }),
          ],
        }))}
      />
      <p class="hint">
        {missing.length > 0 && words.notThere(missing)} {words.referenceNote}
      </p>
    </Fold>
  )
}

/** With the figure published by the hotline, if there is one, to its last digit. */
const Name = ({ figure, text }: { readonly figure: FigureName; readonly text: Text }) => {
  const hundredths = referenceOf(figure)
  return (
    <>
      {isRate(figure) ? text.reports.rates[figure] : text.reports.names[figure]}
      {hundredths !== null && <small class="share">12345 {hundredths / 100}%</small>}
    </>
  )
}

type CellProps = Omit<Props, 'review'> & {
  readonly figure: FigureName
  readonly month: MonthFigures
  readonly said?: string
}

function cellOf({ page, report, figure, month: { month, counts, notes }, said }: CellProps): HeatCell {
  const rate = isRate(figure) ? rateOf(counts[figure], counts[figures[figure].of]) : null
  const share = (
    <Share page={page} of={{ ...report, period: { month } }} figure={figure} counts={counts} notes={notes} />
  )
  // For small numbers the fraction is enough.
  const words =
    rate?.kind === 'percent' ? (
      <>
        <b>{rateWords(figure, counts, page.text)}</b> {share}
      </>
    ) : (
      share
    )
  return { shade: 0, words: rate?.kind === 'nothing' ? rateWords(figure, counts, page.text) : words, note: said }
}

/** A month to compare with: its name on the page, and its counts. */
type OtherMonth = { readonly name: string; readonly counts: Counts }

/** The difference to this month in words. For fewer than ten a difference of percentages would be meaningless. */
function differenceWords(figure: FigureName, now: Counts, other: OtherMonth, { review }: Text): string {
  const { name, counts: then } = other
  if (!isRate(figure)) {
    const more = now[figure] - then[figure]
    return more === 0 ? review.same : more > 0 ? review.more(name, more) : review.fewer(name, -more)
  }
  const [here, there] = [now, then].map((counts) => rateOf(counts[figure], counts[figures[figure].of]))
  if (here?.kind === 'nothing' || there?.kind === 'nothing') return ''
  if (here?.kind !== 'percent' || there?.kind !== 'percent') return review.tooFew
  const tenths = here.tenths - there.tenths
  const points = (Math.abs(tenths) / 10).toFixed(1)
  return tenths === 0 ? review.sameRate : tenths > 0 ? review.higher(name, points) : review.lower(name, points)
}
