import type { Child } from 'hono/jsx'
import type { Activity } from '#db/wishes/activity-rows.ts'
import { Months } from '#views/ledger/ledger-page.tsx'
import { monthName, rulesWords } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { type Chip, Chips } from '#views/parts/chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { ledgerFilesOf, sheetsOf } from '#views/sheets/of-month.ts'
import { SheetLinks } from '#views/sheets/sheet-links.tsx'
import { Breakdowns, Reasons } from './breakdowns.tsx'
import { ByGrid } from './by-grid.tsx'
import { Compare } from './compare-months.tsx'
import { Insights } from './insights.tsx'
import { InvitedVolunteers } from './invited-volunteers.tsx'
import { Exceptions } from './report-exceptions.tsx'
import { AllFigures, Highlights } from './report-figures.tsx'
import type { Report, Review } from './report-shape.ts'
import { Trend } from './trend.tsx'
import { Spans } from './wait-spans.tsx'
import { WaitingNow } from './waiting-now.tsx'

type Props = {
  readonly page: Page
  readonly report: Report
  readonly review: Review
  readonly firstMonth: string
  /** Links to other communities, if the reader has several. */
  readonly others: readonly Chip[]
  /** Null for readers without lists. */
  readonly activities: readonly Activity[] | null
  readonly mayPlan: boolean
  /** The month's signature. */
  readonly children?: Child
}

/** The month as the secretary reads it: what was promised, what became of it, and the list behind each number. */
export const Month = ({ page, report, review, firstMonth, others, activities, mayPlan, children }: Props) => {
  const { text } = page
  const { reports } = text
  const { place, period } = report
  return (
    <>
      <h1>{reports.title(monthName(period.month, text))}</h1>
      <p class="lead">{place.name}</p>
      {others.length > 1 && <Chips label={reports.communities} items={others} />}
      <Months
        page={page}
        period={period}
        firstMonth={firstMonth}
        label={reports.months}
        hrefOf={(month) => `/reports/${month}?c=${place.slug}`}
      />
      <p>
        {period.isRunning && reports.running} {report.isOwnGrids && reports.ownGrids}{' '}
        {!report.opensLists && reports.countsOnly}
      </p>
      {children}
      <Exceptions page={page} report={report} />
      <Highlights page={page} report={report} />
      {!report.isOwnGrids && (
        <SheetLinks
          page={page}
          month={period.month}
          query={`c=${place.slug}`}
          others={sheetsOf(place, period, report.opensLists, text)}
          files={ledgerFilesOf(place, period, text)}
        />
      )}
      <Compare page={page} report={report} review={review} />
      <Insights page={page} report={report} review={review} activities={activities} mayPlan={mayPlan} />
      <WaitingNow page={page} report={report} review={review} />
      <Trend page={page} report={report} review={review} />
      <Fold summary={text.review.all}>
        <AllFigures page={page} report={report} />
        {!review.asksBothDoors && <p class="hint">{text.review.notAskedTwice}</p>}
        <Reasons page={page} report={report} review={review} />
      </Fold>
      <Fold summary={text.review.spans}>
        <Spans page={page} report={report} review={review} />
      </Fold>
      <Fold summary={reports.byGrid}>
        <ByGrid page={page} report={report} />
      </Fold>
      {review.invited && (
        <Fold summary={text.review.invited.title}>
          <InvitedVolunteers page={page} invited={review.invited} />
        </Fold>
      )}
      <Fold summary={text.review.parts}>
        <Breakdowns page={page} report={report} review={review} />
      </Fold>
      <p class="hint">
        {report.stand} {rulesWords(report.rulesFrom, text)}
      </p>
      <p>
        <PrintButton text={text} how={reports.printHint} />
      </p>
      <p>
        <LinkButton kind="second" href={`/c/${place.slug}/ledger/${period.month}`}>
          <Icon name="ledger" />
          {reports.ledger}
        </LinkButton>
      </p>
    </>
  )
}
