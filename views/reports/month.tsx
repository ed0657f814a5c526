import type { Child } from 'hono/jsx'
import type { Activity } from '#db/activities.ts'
import type { Page } from '../layout.tsx'
import { Months } from '../ledger/index.tsx'
import { monthName, rulesWords } from '../ledger/words.ts'
import { LinkButton } from '../parts/button.tsx'
import { type Chip, Chips } from '../parts/chips.tsx'
import { Fold } from '../parts/details.tsx'
import { Icon } from '../parts/icons.tsx'
import { SheetLinks } from '../sheets/links.tsx'
import { ledgerFilesOf, sheetsOf } from '../sheets/of-month.ts'
import { Breakdowns, Reasons } from './breakdowns.tsx'
import { Compare } from './compare.tsx'
import { Exceptions } from './exceptions.tsx'
import { AllFigures, Highlights } from './figures.tsx'
import { ByGrid } from './grids.tsx'
import { Insights } from './insight.tsx'
import type { Report, Review } from './shape.ts'
import { Spans } from './spans.tsx'
import { Trend } from './trend.tsx'
import { WaitingNow } from './waiting.tsx'

type Props = {
  readonly page: Page
  readonly report: Report
  readonly review: Review
  readonly firstMonth: string
  /** Where the reader has several communities. */
  readonly others: readonly Chip[]
  /** Null for readers who get no lists. */
  readonly activities: readonly Activity[] | null
  readonly mayPlan: boolean
  /** The month's signature. */
  readonly children?: Child
}

/** The month as the secretary reads it: what was promised, what came of it, and the list behind each number. */
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
        <Reasons page={page} report={report} review={review} />
      </Fold>
      <Fold summary={text.review.spans}>
        <Spans page={page} report={report} review={review} />
      </Fold>
      <Fold summary={reports.byGrid}>
        <ByGrid page={page} report={report} />
      </Fold>
      <Fold summary={text.review.parts}>
        <Breakdowns page={page} report={report} review={review} />
      </Fold>
      <p class="hint">
        {report.stand} {rulesWords(report.rulesFrom, text)} {reports.printHint}
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
