import type { Calendar, SpecialDay } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Tag } from '#views/parts/tag.tsx'
import { dayOfYear, type Run } from '#views/rules/rule-days.ts'

/** Runs of days that differ from their weekday, grouped by the notice they come from. */
export const Runs = ({ page, runs }: { readonly page: Page; readonly runs: readonly Run[] }) => {
  const { calendar } = page.text
  const notices = [...new Set(runs.map(({ what }) => what.notice))]
  return (
    <>
      {notices.map((notice) => {
        const own = runs.filter(({ what }) => what.notice === notice)
        const what = own[0]?.what as SpecialDay
        return (
          <>
            <h4>
              {calendar.notice(notice)} <small>{calendar.layer[what.layer]}</small>{' '}
              {what.provisional && <Tag>{calendar.provisional}</Tag>}
            </h4>
            <ul>
              {own.map((run) => (
                <li>{saidOf(page.text, run)}</li>
              ))}
            </ul>
          </>
        )
      })}
    </>
  )
}

/** 2月15日至2月23日 春节 · 放假 */
function saidOf(text: Text, { first, last, what }: Run): string {
  const [from, to] = [dayOfYear(first, text), dayOfYear(last, text)]
  const days = first === last ? from : text.workingDays.year.span(from, to)
  return `${days} ${text.calendar.festival(what.name)} · ${kindOf(text, what)}`
}

/** National and regional days are holidays or make-up workdays; a community is closed or open. */
export const kindOf = ({ calendar }: Text, { layer, kind }: Pick<SpecialDay, 'layer' | 'kind'>): string =>
  layer === 'community' ? calendar.ownKind[kind] : calendar.kind[kind]

/** For a year without a notice: a sentence above its days. */
export const Unknown = ({
  page,
  calendar,
  year,
}: {
  readonly page: Page
  readonly calendar: Calendar
  readonly year: number
}) => (calendar.knownYears.has(year) ? null : <p>{page.text.workingDays.year.unknown(year)}</p>)
