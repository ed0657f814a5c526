import { type Counts, type FigureName, figures, isRate, rateOf } from '#domain/figures.ts'
import { referenceOf } from '#domain/reference.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '../layout.tsx'
import { Table } from '../parts/table.tsx'
import { partOf, type Report, type Review, rateWords } from './shape.ts'

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
  'reached',
  'satisfied',
] as const satisfies readonly FigureName[]

/** The month beside others, and beside what the 12345 hotline says of itself: a reference, and no colour judges by it. */
export const Compare = ({ page, report, review }: Props) => {
  const { text } = page
  const words = text.review
  return (
    <section aria-label={words.compare}>
      <Table
        caption={words.compare}
        head={[text.reports.figure, words.thisMonth, words.before, words.yearAgo, words.reference]}
        numeric={[1, 2, 3, 4]}
        rows={compared.map((figure) => [
          isRate(figure) ? text.reports.rates[figure] : text.reports.names[figure],
          <Value figure={figure} counts={report.total} text={text} />,
          <Beside figure={figure} now={report.total} then={review.before} text={text} />,
          <Beside figure={figure} now={report.total} then={review.yearAgo} text={text} />,
          referenceWords(figure),
        ])}
      />
      <p class="hint">{words.referenceNote}</p>
    </section>
  )
}

type ValueProps = { readonly figure: FigureName; readonly counts: Counts; readonly text: Text }

const Value = ({ figure, counts, text }: ValueProps) =>
  isRate(figure) ? (
    <span class="when">
      {rateWords(figure, counts, text)}
      {rateOf(counts[figure], counts[figures[figure].of]).kind === 'percent' && (
        <small> {partOf(figure, counts)}</small>
      )}
    </span>
  ) : (
    <span>{counts[figure]}</span>
  )

type BesideProps = {
  readonly figure: FigureName
  readonly now: Counts
  readonly then: Counts | null
  readonly text: Text
}

const Beside = ({ figure, now, then, text }: BesideProps) =>
  then ? (
    <span class="when">
      <Value figure={figure} counts={then} text={text} />
      <small> {differenceWords(figure, now, then, text)}</small>
    </span>
  ) : (
    <span>{text.review.notYet}</span>
  )

/** How this month differs, in words. Of fewer than ten a difference of percentages would say nothing. */
export function differenceWords(figure: FigureName, now: Counts, then: Counts, { review }: Text): string {
  if (!isRate(figure)) {
    const more = now[figure] - then[figure]
    return more === 0 ? review.same : more > 0 ? review.more(more) : review.fewer(-more)
  }
  const [here, there] = [now, then].map((counts) => rateOf(counts[figure], counts[figures[figure].of]))
  if (here?.kind === 'nothing' || there?.kind === 'nothing') return ''
  if (here?.kind !== 'percent' || there?.kind !== 'percent') return review.tooFew
  const tenths = here.tenths - there.tenths
  const points = (Math.abs(tenths) / 10).toFixed(1)
  return tenths === 0 ? review.sameRate : tenths > 0 ? review.higher(points) : review.lower(points)
}

/** As it was published, to the last digit. */
function referenceWords(figure: FigureName): string {
  const hundredths = referenceOf(figure)
  return hundredths === null ? '' : `${hundredths / 100}%`
}
