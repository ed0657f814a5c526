import type { Calendar } from '#domain/calendar.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '../layout.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { dayOfYear, type Run } from '../rules/days.ts'

/** Runs of days that are not what their weekday says, each with the notice it comes from. */
export const Runs = ({
  page,
  caption,
  runs,
}: {
  readonly page: Page
  readonly caption: string
  readonly runs: readonly Run[]
}) => {
  const words = page.text.workingDays.year
  return (
    <Table
      caption={caption}
      head={[words.days, words.name, words.kind, words.layer, words.notice]}
      rows={runs.map((run) => rowOf(page.text, run))}
    />
  )
}

function rowOf(text: Text, { first, last, what }: Run) {
  const { calendar } = text
  return [
    spanOf(first, last, text),
    calendar.festival(what.name),
    <span class="when">
      {calendar.kind[what.kind]} {what.provisional && <Tag tone="yellow">{calendar.provisional}</Tag>}
    </span>,
    calendar.layer[what.layer],
    calendar.notice(what.notice),
  ]
}

/** 2月5日至2月11日, or the one day; under a heading that names the year. */
export const spanOf = (first: string, last: string, text: Text): string =>
  first === last ? dayOfYear(first, text) : text.workingDays.year.span(dayOfYear(first, text), dayOfYear(last, text))

/** A year that no notice has settled says so above its days. */
export const Unknown = ({
  page,
  calendar,
  year,
}: {
  readonly page: Page
  readonly calendar: Calendar
  readonly year: number
}) => (calendar.knownYears.has(year) ? null : <p>{page.text.workingDays.year.unknown(year)}</p>)
