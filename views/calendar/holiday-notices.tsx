import type { HolidayNoticeRow, HolidayRun } from '#db/community/calendar-rows.ts'
import type { Page } from '#views/page.ts'
import { Facts } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { dayName } from '#views/rules/rule-days.ts'
import { kindOf } from './year-runs.tsx'

/** The notices entered after the built-in ones, newest first. Withdrawn days stay in the list and are marked. */
export const HolidayNotices = ({
  page,
  notices,
}: {
  readonly page: Page
  readonly notices: readonly HolidayNoticeRow[]
}) => {
  const words = page.text.workingDays.notices
  if (!notices.length) return <p>{words.none}</p>
  return (
    <>
      {notices.map((notice) => (
        <article class="own" aria-labelledby={`notice-${notice.id}`}>
          <h3 id={`notice-${notice.id}`}>
            {page.text.calendar.notice(notice.notice)}{' '}
            {notice.provisional && <Tag>{page.text.calendar.provisional}</Tag>}
          </h3>
          <Facts
            rows={[
              { term: words.issued, value: dayName(notice.issuedOn, page.text) },
              { term: words.for, value: whereOf(notice, page) },
              {
                term: words.days,
                value: notice.runs.map((run) => (
                  <div>
                    <RunText page={page} layer={notice.layer} run={run} />
                  </div>
                )),
              },
            ]}
          />
        </article>
      ))}
    </>
  )
}

type RunProps = {
  readonly page: Page
  readonly layer: HolidayNoticeRow['layer']
  readonly run: Omit<HolidayRun, 'id'>
}

/** 2027年2月5日至2027年2月11日 春节 · 放假 */
export const RunText = ({ page, layer, run }: RunProps) => {
  const { text } = page
  const { notices, year } = text.workingDays
  const { day, until, kind, name, withdrawnAt } = run
  const days = day === until ? dayName(day, text) : year.span(dayName(day, text), dayName(until, text))
  const words = `${days} ${text.calendar.festival(name)} · ${kindOf(text, { layer, kind })}`
  return (
    <span>
      {withdrawnAt ? <s>{words}</s> : words} {withdrawnAt && <Tag>{notices.withdrawn}</Tag>}
    </span>
  )
}

function whereOf({ isForAll, layer, year }: HolidayNoticeRow, { text }: Page): string {
  const { notices } = text.workingDays
  const place = isForAll ? notices.forAll : notices.forOwn
  const what = layer === 'community' ? [] : [text.calendar.layer[layer]]
  return [place, ...what, ...(year === null ? [] : [notices.settles(year)])].join(' · ')
}
