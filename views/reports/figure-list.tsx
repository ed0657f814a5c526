import type { Behind } from '#db/months/figure-lists.ts'
import type { SinceSigned } from '#db/months/since-signed.ts'
import type { ListName, Period } from '#domain/month/figures.ts'
import type { SpanName } from '#domain/month/waits.ts'
import { wholeHours } from '#domain/time/durations.ts'
import { monthName, rulesWords } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { When } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { reasonName } from './breakdowns.tsx'

type Props = {
  readonly page: Page
  readonly zone: string
  readonly period: Period
  readonly set: ListName
  readonly count: number
  /** The signed value; null if the month is not signed. */
  readonly held: number | null
  /** The changes since the signature, wish by wish; null if they cannot be listed. */
  readonly since: SinceSigned | null
  /** The local day since which the rules for this figure apply. */
  readonly rulesFrom: string | null
  readonly rows: readonly Behind[]
  readonly gridNames: ReadonlyMap<string, string>
  /** The grid to which the list is limited. */
  readonly grid: string | null
  /** The cell of a table to which it is limited, in words. */
  readonly within: readonly string[]
  /** The wait by which it is ordered, the longest first. */
  readonly span: SpanName | null
  readonly back: string
  readonly base: string
  readonly next: string | null
  readonly isFirst: boolean
}

/** The list behind a figure, with as many rows as the figure says. */
export const FigureList = (props: Props) => {
  const { page, period, set, rulesFrom, since, rows, gridNames, grid, within, span, back, base, next, isFirst } = props
  const { reports, review } = page.text
  const { list } = reports
  const title = list.title(monthName(period.month, page.text), reports.names[set])
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {leadOf(props)} {grid && list.inGrid(gridNames.get(grid) ?? reports.otherGrid)}{' '}
        {within.length > 0 && list.inGrid(within.join(' · '))}
        {span && review.slowestFirst(review.spanNames[span])}
      </p>
      <p>
        {reports.how[set]} {rulesWords(rulesFrom, page.text)}
      </p>
      {rows.length ? (
        <Rows {...props} caption={title} rows={rows} mark={(id) => (since?.entered.has(id) ? list.entered : null)} />
      ) : (
        <Empty icon="ledger" title={list.emptyTitle}>
          <p>{list.emptyHelp}</p>
        </Empty>
      )}
      {isFirst && since && since.left.length > 0 && (
        <Rows {...props} caption={list.leftTitle} rows={since.left} mark={() => list.left} />
      )}
      <Pager labels={page.text.site} next={next} first={isFirst ? null : base} />
      <p>
        <LinkButton kind="quiet" href={back}>
          <Icon name="arrow-left" />
          {list.back}
        </LinkButton>
      </p>
    </>
  )
}

/** For a signed month: the signed value first, then what has changed in the list since. */
function leadOf({ page, held, count, since }: Props): string {
  const { reports, months } = page.text
  if (since && since.entered.size + since.left.length > 0 && held !== null)
    return reports.list.since(held, since.entered.size, since.left.length, count)
  return held === null || held === count ? reports.list.lead(count) : months.official.listDiffers(held, count)
}

type RowsProps = Props & {
  readonly caption: string
  /** Small print under a wish about its relation to the signature. */
  readonly mark: (id: string) => string | null
}

const Rows = (props: RowsProps) => {
  const { page, span, caption, rows } = props
  const { reports, review } = page.text
  const { list } = reports
  return (
    <Table
      caption={caption}
      head={[
        list.wish,
        ...(span ? [review.took] : []),
        list.state,
        reports.grid,
        list.published,
        list.claimed,
        list.promised,
        list.delivered,
        list.confirmed,
        list.called,
      ]}
      rows={rows.map((row) => rowOf(props, row))}
    />
  )
}

/** Answered at once, so it has no title. */
const isQuestion = ({ state, publishedAt, itemId, publicText }: Behind): boolean =>
  state === 'answered' && publishedAt === null && itemId === null && publicText === ''

function rowOf({ page, zone, gridNames, span, mark }: RowsProps, row: Behind) {
  const { text, lang } = page
  const { list, otherGrid } = text.reports
  const day = (at: Date | null) => <When at={at} lang={lang} zone={zone} />
  return [
    <span>
      <a href={`/wishes/${row.code}`}>{isQuestion(row) ? list.question : titleOf(row, text)}</a>
      {mark(row.id) && <small> {mark(row.id)}</small>}
    </span>,
    ...(span ? [row.took === null ? '—' : text.review.hours(wholeHours(row.took))] : []),
    <span>
      {text.words.state[row.state]}
      {row.round > 1 && <small> {list.round(row.round)}</small>}
      {row.endReason && <small> {reasonName(row.endReason, text.words)}</small>}
    </span>,
    gridNames.get(row.gridId) ?? otherGrid,
    day(row.publishedAt),
    day(row.firstClaimedAt),
    day(row.promiseAt),
    day(row.deliveredAt),
    day(row.confirmedAt),
    <span>
      {day(row.calledAt)}
      {row.satisfaction && <small> {text.words.satisfaction[row.satisfaction]}</small>}
      {row.tries > 0 && <small> {list.tries(row.tries)}</small>}
    </span>,
  ]
}
