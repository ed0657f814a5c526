import type { Community } from '#db/community/area-rows.ts'
import type { MonthCounts, ShownEntry } from '#db/ledger/ledger-month.ts'
import type { SignedMonth } from '#db/months/month-rows.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Period } from '#domain/month/figures.ts'
import { type LedgerPart, ledgerParts } from '#domain/month/ledger-parts.ts'
import { nextMonth, previousMonth } from '#domain/time/workdays.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Download, DownloadScript } from '#views/parts/download.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { CheckWordsLine } from '#views/parts/paper/check-words.tsx'
import { LedgerList } from './ledger-list.tsx'
import { monthName, shortMonthName } from './ledger-spans.ts'
import { MonthBar } from './month-bar.tsx'
import { SignedNote } from './signed-month.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly period: Period
  readonly entries: readonly ShownEntry[]
  readonly counts: MonthCounts
  /** The month as it was signed, with its corrections; null while it is not signed. */
  readonly signed: SignedMonth | null
  /** Whether the reader may open the month's report. */
  readonly readsReports: boolean
  /** The first month that has anything; the way back ends there. */
  readonly firstMonth: string
  readonly next: string | null
  readonly isFirst: boolean
  /** The part of the month that the list is narrowed to. */
  readonly part: LedgerPart | null
  /** Up to which event of the community the page has everything. */
  readonly lastEvent: number
  readonly check: CheckWords | null
  /** Steps of the community that got a card in the month, those done in time, and cases that supervisors opened. */
  readonly supervised: { readonly all: number; readonly inTime: number; readonly looks: number }
}

/** A month of the public ledger. */
export const Ledger = ({
  page,
  community,
  period,
  entries,
  counts,
  signed,
  readsReports,
  firstMonth,
  next,
  isFirst,
  part,
  lastEvent,
  check,
  supervised,
}: Props) => {
  const { text } = page
  const { ledger } = text
  const month = monthName(period.month, text)
  const base = `/c/${community.slug}/ledger/${period.month}`
  return (
    <>
      <h1>{ledger.title(month)}</h1>
      <p class="lead">{ledger.lead(shortMonthName(period.month, text), period.isRunning, leadOf(counts))}</p>
      {counts.published > 0 && <MonthBar page={page} counts={counts} />}
      <Months
        page={page}
        period={period}
        firstMonth={firstMonth}
        label={ledger.months}
        hrefOf={(other) => `/c/${community.slug}/ledger/${other}`}
      />
      {counts.published > 0 && (
        <Chips
          label={ledger.headline}
          items={[
            { href: base, label: ledger.publishedOnes, count: counts.published, current: part === null },
            ...ledgerParts
              .filter((key) => counts.parts[key] > 0 || key === part)
              .map((key) => ({
                href: `${base}?only=${key}`,
                label: ledger.parts[key],
                count: counts.parts[key],
                current: part === key,
              })),
          ]}
        />
      )}
      {entries.length ? (
        <LedgerList page={page} entries={entries} zone={community.zone} label={ledger.caption(month)} />
      ) : (
        <Empty icon="ledger" title={part ? ledger.nonePart : ledger.emptyTitle}>
          {!part && <p>{ledger.emptyHelp}</p>}
        </Empty>
      )}
      <Pager
        labels={text.site}
        next={next && `${base}?${part ? `only=${part}&` : ''}after=${next}`}
        first={isFirst ? null : part ? `${base}?only=${part}` : base}
      />
      {signed && <SignedNote page={page} signed={signed} community={community} />}
      <p>
        {ledger.about} {period.isRunning && ledger.running}
      </p>
      {supervised.all + supervised.looks > 0 && (
        <p id="cards">{ledger.cards(supervised.all, supervised.inTime, supervised.looks)}</p>
      )}
      {(!period.isRunning || readsReports) && (
        <p class="go">
          {!period.isRunning && (
            <LinkButton kind="quiet" href={`/c/${community.slug}/bulletins/${period.month}`}>
              {text.sheets.links.notice}
            </LinkButton>
          )}
          {readsReports && (
            <LinkButton kind="quiet" href={`/reports/${period.month}?c=${community.slug}`}>
              {text.reports.title(month)}
            </LinkButton>
          )}
        </p>
      )}
      {counts.published > 0 && (
        <div>
          <p class="go">
            <Download page={page} href={`${base}.xlsx`} label={ledger.downloadSheet} />
            <Download page={page} href={`${base}.csv`} kind="quiet" label={ledger.download} />
            <LinkButton kind="quiet" href={`${base}.json`}>
              {ledger.downloadJson}
            </LinkButton>
            <LinkButton kind="quiet" href={`/c/${community.slug}/fulfilments.atom`}>
              {ledger.feed}
            </LinkButton>
            <DownloadScript />
          </p>
          <p class="hint">{ledger.downloadHint}</p>
        </div>
      )}
      <p class="hint">{ledger.asOf(exact(page.now, community.zone), lastEvent)}</p>
      <CheckWordsLine text={text} words={check} />
    </>
  )
}

/** Of the wishes published in the month, and of those that were fulfilled in it: two numbers that must not be mixed. */
const leadOf = ({ published, parts, later, earlier }: MonthCounts) => ({
  published,
  fulfilled: parts.fulfilled,
  later,
  earlier,
})

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
