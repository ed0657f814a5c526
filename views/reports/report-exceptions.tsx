import { exceptions } from '#domain/month/figures.ts'
import type { Page } from '#views/page.ts'
import { Panel } from '#views/parts/panel.tsx'
import { Corrections } from './count.tsx'
import { behind, type Report } from './report-shape.ts'

/** What a secretary should look at first, each with its list. */
export const Exceptions = ({ page, report }: { readonly page: Page; readonly report: Report }) => {
  const { reports, review } = page.text
  const found = exceptions.filter((figure) => report.total[figure] > 0)
  if (!found.length)
    return (
      <Panel title={review.exceptions} id="exceptions" tone="green">
        <p>{review.noExceptions}</p>
      </Panel>
    )
  return (
    <Panel title={review.exceptions} id="exceptions" tone="yellow">
      <p>{review.exceptionsLead}</p>
      <ul class={report.opensLists ? 'links' : undefined}>
        {found.map((figure) => {
          const href = behind(report, figure)
          const line = (
            <>
              <b class="number">{review.pieces(report.total[figure])}</b> {reports.names[figure]}
              <Corrections page={page} figure={figure} notes={report.corrected} />
            </>
          )
          return <li>{href ? <a href={href}>{line}</a> : line}</li>
        })}
      </ul>
    </Panel>
  )
}
