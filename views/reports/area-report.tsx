import type { Level } from '#db/months/supervised.ts'
import { Months } from '#views/ledger/ledger-page.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { SheetLinks } from '#views/sheets/sheet-links.tsx'
import { Breakdowns, Reasons } from './breakdowns.tsx'
import { ByPlace } from './by-grid.tsx'
import { Compare } from './compare-months.tsx'
import { Exceptions } from './report-exceptions.tsx'
import { AllFigures, Highlights } from './report-figures.tsx'
import type { Report, Review } from './report-shape.ts'
import { Trend } from './trend.tsx'
import { Spans } from './wait-spans.tsx'

type Area = { readonly id: string; readonly kind: Level; readonly name: string }
type Props = {
  readonly page: Page
  readonly report: Report
  readonly review: Review
  readonly firstMonth: string
  readonly summed: {
    readonly area: Area
    /** From the top. */
    readonly above: readonly Area[]
    readonly communities: readonly unknown[]
    readonly signed: number
  }
}

/** The month of an area above the communities: the same figures added up, without lists. */
export const AreaReport = ({ page, report, review, firstMonth, summed }: Props) => {
  const { text } = page
  const { reports, areas } = text
  const { place, period } = report
  const { area, above, communities, signed } = summed
  const lineage = [...above, area]
  return (
    <>
      <h1>{areas.title(place.name, monthName(period.month, text))}</h1>
      <p class="lead">{areas.lead(communities.length)}</p>
      <Chips
        label={areas.levels}
        items={[
          { href: `/reports/${period.month}`, label: areas.all },
          ...lineage.map(({ id, name }) => ({
            href: `/reports/${period.month}?area=${id}`,
            label: name,
            current: id === area.id,
          })),
        ]}
      />
      <Months
        page={page}
        period={period}
        firstMonth={firstMonth}
        label={reports.months}
        hrefOf={(month) => `/reports/${month}?area=${area.id}`}
      />
      <p>{period.isRunning ? reports.running : communities.length > 0 && areas.signed(signed, communities.length)}</p>
      <Exceptions page={page} report={report} />
      <Highlights page={page} report={report} />
      <Compare page={page} report={report} review={review} />
      <Trend page={page} report={report} review={review} />
      <Fold summary={text.review.all}>
        <AllFigures page={page} report={report} />
        <Reasons page={page} report={report} review={review} />
      </Fold>
      <Fold summary={text.review.spans}>
        <Spans page={page} report={report} review={review} />
        <p class="hint">{areas.waits}</p>
      </Fold>
      <Fold summary={areas.byPart}>
        <ByPlace page={page} report={report} words={{ title: areas.byPart, of: areas.byPartOf, head: areas.part }} />
      </Fold>
      <Fold summary={text.review.parts}>
        <Breakdowns page={page} report={report} review={review} />
        <p class="hint">{areas.units}</p>
      </Fold>
      <p class="hint">
        {report.stand} {areas.rules}
      </p>
      <p>
        <PrintButton text={text} how={reports.printHint} />
      </p>
      <SheetLinks page={page} month={period.month} query={`area=${area.id}`} />
    </>
  )
}
