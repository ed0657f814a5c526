import type { Child } from 'hono/jsx'
import { type FigureName, figureGroups, figures, type GroupName, isRate, type RateName } from '#domain/month/figures.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Figure } from '#views/parts/empty.tsx'
import { Corrections, Count, Share } from './count.tsx'
import { baseOf, behind, type Report, rateWords } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report }

const highlights = ['on-time', 'called', 'satisfied', 'fulfilled', 'claimed'] as const satisfies readonly RateName[]

/** What is read first: the rates, each with its numerator and denominator. */
export const Highlights = ({ page, report }: Props) => {
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
            note={<Base page={page} report={report} figure={figure} />}
          />
        ))}
        <FigureOf
          page={page}
          report={report}
          figure="published"
          value={total.published}
          note={<Corrections page={page} figure="published" notes={report.corrected} />}
        />
      </div>
    </section>
  )
}

/** The denominator of the rate above; the rate itself links to the numerator's list. */
const Base = ({ page, report, figure }: Props & { readonly figure: RateName }) => {
  const base = figures[figure].of
  return (
    <>
      {report.total[figure]} /{' '}
      <Count
        page={page}
        figure={page.text.reports.names[base]}
        count={report.total[base]}
        href={behind(report, figure, true)}
      />
      <Corrections page={page} figure={figure} notes={report.corrected} />
    </>
  )
}

type FigureProps = Props & {
  readonly figure: FigureName
  readonly value: string | number
  readonly note: Child
}

const FigureOf = ({ page, report, figure, value, note }: FigureProps) => {
  const { reports } = page.text
  const href = behind(report, figure)
  return (
    <Figure
      label={isRate(figure) ? reports.rates[figure] : reports.names[figure]}
      value={value}
      note={note}
      {...(href ? { href } : {})}
    />
  )
}

/** Every count and rate by group, each with its definition. */
export const AllFigures = ({ page, report }: Props) => (
  <>
    <p class="hint">{report.opensLists ? page.text.reports.howHint : page.text.reports.howHintCounts}</p>
    {figureGroups.map(({ key, figures }) => (
      <Group page={page} report={report} name={key} figures={figures} />
    ))}
  </>
)

type GroupProps = Props & {
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

/** One figure: its count, denominator and rate, and its definition one tap away. */
function rowOf({ page, report, figure }: Props & { readonly figure: FigureName }) {
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
    <span>
      <Share page={page} of={report} figure={figure} counts={total} notes={report.corrected} />
      {figure === 'due' && total.ahead > 0 && <small> {reports.ahead(total.ahead)}</small>}
    </span>,
    rateWords(figure, total, page.text),
  ]
}
