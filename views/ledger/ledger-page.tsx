import type { Community } from '#db/community/area-rows.ts'
import type { LedgerEntry } from '#db/ledger/ledger-rows.ts'
import type { Period } from '#domain/month/figures.ts'
import { nextMonth, previousMonth } from '#domain/time/workdays.ts'
import type { State } from '#domain/vocabulary.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/button.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { Table } from '#views/parts/data-table.tsx'
import { Download, DownloadScript } from '#views/parts/download.tsx'
import { Empty } from '#views/parts/empty.tsx'
import type { Tone } from '#views/parts/error-summary.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { When } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { type Column, cellOf, pageColumns } from './ledger-columns.ts'
import { durationOf, monthName } from './ledger-spans.ts'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly period: Period
  readonly entries: readonly LedgerEntry[]
  readonly headline: { readonly published: number; readonly fulfilled: number }
  /** The first month with entries, where paging back ends. */
  readonly firstMonth: string
  readonly next: string | null
  readonly isFirst: boolean
  /** The part of the month that the list shows; null for all of it. */
  readonly part: 'fulfilled' | null
  /** The community's last event that the page includes. */
  readonly lastEvent: number
}

/** A month of the public ledger. */
export const Ledger = ({
  page,
  community,
  period,
  entries,
  headline,
  firstMonth,
  next,
  isFirst,
  part,
  lastEvent,
}: Props) => {
  const { text } = page
  const { ledger, site } = text
  const month = monthName(period.month, text)
  const base = `/c/${community.slug}/ledger/${period.month}`
  const shown = pageColumns(page.view === 'elder')
  return (
    <>
      <h1>{ledger.title(month)}</h1>
      <p class="lead">{ledger.lead(headline.published, headline.fulfilled)}</p>
      <p>
        {ledger.about} {period.isRunning && ledger.running}
      </p>
      <Months
        page={page}
        period={period}
        firstMonth={firstMonth}
        label={ledger.months}
        hrefOf={(other) => `/c/${community.slug}/ledger/${other}`}
      />
      {headline.published > 0 && (
        <Chips
          label={ledger.headline}
          items={[
            { href: base, label: ledger.publishedOnes, count: headline.published, current: part === null },
            {
              href: `${base}?only=fulfilled`,
              label: ledger.fulfilledOnes,
              count: headline.fulfilled,
              current: part === 'fulfilled',
            },
          ]}
        />
      )}
      {entries.length ? (
        <Table
          caption={ledger.caption(month)}
          head={shown.map((column) => (column.pageHead ?? column.head)(text))}
          rows={entries.map((entry) =>
            shown.map((column) => <Cell page={page} column={column} entry={entry} zone={community.zone} />),
          )}
        />
      ) : (
        <Empty icon="ledger" title={part ? ledger.noneFulfilled : ledger.emptyTitle}>
          {!part && <p>{ledger.emptyHelp}</p>}
        </Empty>
      )}
      <Pager
        {...(next ? { next: `${base}?${part ? `only=${part}&` : ''}after=${next}` } : {})}
        nextLabel={site.next}
        {...(isFirst ? {} : { first: part ? `${base}?only=${part}` : base })}
        firstLabel={site.first}
      />
      {headline.published > 0 && (
        <div>
          <p class="actions">
            <Download page={page} href={`${base}.xlsx`} label={ledger.downloadSheet} />
            <Download page={page} href={`${base}.csv`} kind="quiet" label={ledger.download} />
            <LinkButton kind="quiet" href={`${base}.json`} hx-boost="false">
              {ledger.downloadJson}
            </LinkButton>
            <DownloadScript />
          </p>
          <p class="hint">{ledger.downloadHint}</p>
        </div>
      )}
      <p>
        <LinkButton kind="quiet" href={`/c/${community.slug}/fulfilments.atom`} hx-boost="false">
          {ledger.feed}
        </LinkButton>
      </p>
      <p class="hint">{ledger.asOf(exact(page.now, community.zone), lastEvent)}</p>
    </>
  )
}

type MonthsProps = {
  readonly page: Page
  readonly period: Period
  readonly firstMonth: string
  readonly label: string
  readonly hrefOf: (month: string) => string
}

/** Links to the month before, this one and the next, as far as they have entries. */
export const Months = ({ page, period, firstMonth, label, hrefOf }: MonthsProps) => {
  const before = previousMonth(period.month)
  const months = [
    ...(before >= firstMonth ? [before] : []),
    period.month,
    ...(period.isRunning ? [] : [nextMonth(period.month)]),
  ]
  return (
    <Chips
      label={label}
      items={months.map((month) => ({
        href: hrefOf(month),
        label: monthName(month, page.text),
        current: month === period.month,
      }))}
    />
  )
}

type CellProps = { readonly page: Page; readonly column: Column; readonly entry: LedgerEntry; readonly zone: string }

/**
 * A cell of the page's table. The cells of the wish, its state and its unit show more than their fact; all others
 * follow from the column.
 */
const Cell = ({ page, column, entry, zone }: CellProps) => {
  const { text } = page
  if (column.key === 'item') return <a href={`/wishes/${entry.code}`}>{titleOf(entry, text)}</a>
  if (column.key === 'state') return <StateOf page={page} entry={entry} zone={zone} />
  if (column.key === 'unit') return <UnitOf entry={entry} />
  if (column.kind !== 'time' && column.kind !== 'day') return <span>{cellOf(column, entry, text, zone)}</span>

  const at = column.fact(entry)
  if (!(at instanceof Date)) return <></>
  const took = column.since && durationOf(column.since(entry), at, text)
  return (
    <span>
      <When at={at} lang={page.lang} zone={zone} />
      {took && <small> {text.ledger.took(took)}</small>}
    </span>
  )
}

const UnitOf = ({ entry: { unitName, volunteerName } }: { readonly entry: LedgerEntry }) =>
  unitName ? (
    <span>
      {unitName}
      {volunteerName && <small> {volunteerName}</small>}
    </span>
  ) : (
    <></>
  )

/** In the elder view the state includes the last date; everything else is on the wish's own page. */
const StateOf = ({
  page,
  entry,
  zone,
}: {
  readonly page: Page
  readonly entry: LedgerEntry
  readonly zone: string
}) => {
  const { ledger, words } = page.text
  const last = entry.confirmedAt ?? entry.deliveredAt ?? entry.firstClaimedAt ?? entry.publishedAt
  return (
    <span>
      <Tag tone={tones[entry.state] ?? 'plain'}>{words.state[entry.state]}</Tag>
      {page.view === 'elder' && (
        <small>
          {' '}
          <When at={last} lang={page.lang} zone={zone} />
        </small>
      )}
      {entry.state === 'open' && <small> {words.urgency[entry.urgency]}</small>}
      {entry.handedBack > 0 && <small> {ledger.handedBackTimes(entry.handedBack)}</small>}
      {entry.reopened > 0 && <small> {ledger.reopenedTimes(entry.reopened)}</small>}
    </span>
  )
}

const tones: Partial<Record<State, Tone>> = { fulfilled: 'green', open: 'blue', claimed: 'blue', delivered: 'blue' }
