import type { Child } from 'hono/jsx'
import type { Activity } from '#db/activities.ts'
import { type FigureName, figureGroups, figures, type GroupName, isRate, type RateName } from '#domain/figures.ts'
import type { Page } from '../layout.tsx'
import { Months } from '../ledger/index.tsx'
import { monthName } from '../ledger/words.ts'
import { LinkButton } from '../parts/button.tsx'
import { type Chip, Chips } from '../parts/chips.tsx'
import { Fold } from '../parts/details.tsx'
import { Figure } from '../parts/empty.tsx'
import { Icon } from '../parts/icons.tsx'
import { Table } from '../parts/table.tsx'
import { SheetLinks } from '../sheets/links.tsx'
import { ledgerFilesOf, sheetsOf } from '../sheets/of-month.ts'
import { Breakdowns, Reasons } from './breakdowns.tsx'
import { Compare } from './compare.tsx'
import { Count } from './count.tsx'
import { Exceptions } from './exceptions.tsx'
import { ByGrid } from './grids.tsx'
import { Insights } from './insight.tsx'
import { baseOf, behind, partOf, type Report, type Review, rateWords } from './shape.ts'
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
  const { community, period } = report
  return (
    <>
      <h1>{reports.title(monthName(period.month, text))}</h1>
      <p class="lead">{community.name}</p>
      {others.length > 1 && <Chips label={reports.communities} items={others} />}
      <Months
        page={page}
        period={period}
        firstMonth={firstMonth}
        label={reports.months}
        hrefOf={(month) => `/reports/${month}?c=${community.slug}`}
      />
      <p>
        {period.isRunning && reports.running} {report.isOwnGrids && reports.ownGrids}{' '}
        {!report.opensLists && reports.countsOnly}
      </p>
      {children}
      <Exceptions page={page} report={report} />
      <Highlights page={page} report={report} />
      <Compare page={page} report={report} review={review} />
      <Insights page={page} report={report} review={review} activities={activities} mayPlan={mayPlan} />
      <WaitingNow page={page} report={report} review={review} />
      <Trend page={page} review={review} />
      <Fold summary={text.review.all}>
        <p class="hint">{reports.howHint}</p>
        {figureGroups.map(({ key, figures }) => (
          <Group page={page} report={report} name={key} figures={figures} />
        ))}
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
        {report.stand} {reports.printHint}
      </p>
      {!report.isOwnGrids && (
        <SheetLinks
          page={page}
          month={period.month}
          query={`c=${community.slug}`}
          others={sheetsOf(community, period, report.opensLists, text)}
          files={ledgerFilesOf(community, period, text)}
        />
      )}
      <p>
        <LinkButton kind="second" href={`/c/${community.slug}/ledger/${period.month}`}>
          <Icon name="ledger" />
          {reports.ledger}
        </LinkButton>
      </p>
    </>
  )
}

const highlights = ['on-time', 'called', 'satisfied', 'fulfilled', 'claimed'] as const satisfies readonly RateName[]

const Highlights = ({ page, report }: Pick<Props, 'page' | 'report'>) => {
  const { reports } = page.text
  const { total } = report
  return (
    <section aria-label={reports.highlights}>
      <div class="figures">
        {highlights.map((figure) => (
          <FigureOf
            page={page}
            report={report}
            figure={figure}
            value={rateWords(figure, total, page.text)}
            note={partOf(figure, total)}
          />
        ))}
        <FigureOf page={page} report={report} figure="published" value={total.published} />
      </div>
    </section>
  )
}

type FigureProps = Pick<Props, 'page' | 'report'> & {
  readonly figure: FigureName
  readonly value: string | number
  readonly note?: string
}

const FigureOf = ({ page, report, figure, value, note }: FigureProps) => {
  const { reports } = page.text
  const href = behind(report, figure)
  return (
    <Figure
      label={isRate(figure) ? reports.rates[figure] : reports.names[figure]}
      value={value}
      {...(note ? { note } : {})}
      {...(href ? { href } : {})}
    />
  )
}

type GroupProps = Pick<Props, 'page' | 'report'> & {
  readonly name: GroupName
  readonly figures: readonly FigureName[]
}

const Group = ({ page, report, name, figures }: GroupProps) => {
  const { reports } = page.text
  return (
    <Table
      caption={reports.groups[name]}
      head={[reports.figure, reports.count, reports.result]}
      numeric={[1, 2]}
      rows={figures.map((figure) => rowOf({ page, report, figure }))}
    />
  )
}

/** One figure: its count, what it is a share of, the rate, and how it is counted one tap away. */
function rowOf({ page, report, figure }: Pick<Props, 'page' | 'report'> & { readonly figure: FigureName }) {
  const { reports } = page.text
  const { total } = report
  const base = baseOf(figure)
  return [
    <Fold summary={reports.names[figure]}>
      <p>{reports.how[figure]}</p>
      {base && !(base in figures) && (
        <p>
          {reports.names[base]}: {reports.how[base]}
        </p>
      )}
    </Fold>,
    <span class="share">
      <Count page={page} figure={reports.names[figure]} count={total[figure]} href={behind(report, figure)} />
      {base && <span> / </span>}
      {base && (
        <Count page={page} figure={reports.names[base]} count={total[base]} href={behind(report, figure, true)} />
      )}
      {report.corrected?.[figure] && <small> {report.corrected[figure]}</small>}
      {figure === 'due' && total.ahead > 0 && <small> {reports.ahead(total.ahead)}</small>}
    </span>,
    rateWords(figure, total, page.text),
  ]
}
