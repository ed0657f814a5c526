import { type SpanName, spanNames, spans } from '#domain/month/waits.ts'
import { wholeHours } from '#domain/time/durations.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { behind, type Report, type Review } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly review: Review }

/** The median wait and the slowest ones: an average would hide people who wait for weeks. */
export const Spans = ({ page, report, review }: Props) => {
  const { text } = page
  const words = text.review
  const said = (seconds: number | null) => (seconds === null ? words.noSpan : words.hours(wholeHours(seconds)))
  return (
    <>
      <Table
        caption={words.spans}
        head={[words.spanOf, words.median, words.slowest, words.many]}
        numeric={[1, 2, 3]}
        rows={spanNames.map((name) => {
          const { many, median, slowest } = review.spans[name]
          const rank = (seconds: number | null, of: 'median' | 'slowest') => (
            <span>
              {said(seconds)}
              {report.corrected?.[`${name}.${of}`] && <small> {report.corrected[`${name}.${of}`]}</small>}
            </span>
          )
          return [
            words.spanNames[name],
            rank(median, 'median'),
            rank(slowest, 'slowest'),
            <Many page={page} report={report} name={name} many={many} />,
          ]
        })}
      />
      <p class="hint">
        {words.spansHow} {report.opensLists && words.spansOpen}
      </p>
    </>
  )
}

type ManyProps = {
  readonly page: Page
  readonly report: Report
  readonly name: SpanName
  readonly many: number
}

const Many = ({ page, report, name, many }: ManyProps) => {
  const words = page.text.review
  const href = behind(report, spans[name].set, false, { span: name })
  return href ? (
    <a href={href} aria-label={words.openSpan(words.spanNames[name], many)}>
      {many}
    </a>
  ) : (
    <span>{many}</span>
  )
}
