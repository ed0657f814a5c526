import type { Community } from '#db/community/area-rows.ts'
import type { HolidayNoticeRow } from '#db/community/calendar-rows.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { type Calendar, type Day, type Month, nextMonth, previousMonth } from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { runsOf } from '#views/rules/rule-days.ts'
import { HolidayNotices } from './holiday-notices.tsx'
import { MonthGrid, MonthLegend, monthName } from './month-grid.tsx'
import { Runs, Unknown } from './year-runs.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly calendar: Calendar
  readonly notices: readonly HolidayNoticeRow[]
  readonly month: Month
  readonly today: Day
}

/** For everyone: which days count as working days here, which do not, and according to which notice. */
export const CalendarPage = (props: Props) => {
  const { page, community, calendar, notices, today } = props
  const { workingDays: words, calendarEdit } = page.text
  const years = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1]
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {isSecretaryOf(page.actor, community.id) && (
        <p>
          <LinkButton kind="second" href={`/calendar/edit?c=${community.slug}`}>
            {calendarEdit.open}
          </LinkButton>
        </p>
      )}
      <ThisMonth {...props} />
      <Panel title={words.hours.title} id="hours">
        <p>{words.hours.value(community.opens, community.closes)}</p>
      </Panel>
      <Panel title={words.year.title} id="year">
        {years.map((year) => (
          <>
            <h3>{words.year.caption(year)}</h3>
            <Unknown page={page} calendar={calendar} year={year} />
            <Runs page={page} runs={runsOf(calendar, year)} />
          </>
        ))}
      </Panel>
      <Panel title={words.notices.title} id="notices">
        <HolidayNotices page={page} notices={notices} />
      </Panel>
    </>
  )
}

const ThisMonth = ({ page, community, calendar, month, today }: Props) => {
  const { workingDays: words } = page.text
  const runs = runsOf(calendar, Number(month.slice(0, 4))).filter(
    ({ first, last }) => first < `${nextMonth(month)}-01` && last >= `${month}-01`,
  )
  const link = (to: Month, current = false) => ({
    href: `/c/${community.slug}/calendar?month=${to}`,
    label: monthName(to, page),
    current,
  })
  return (
    <Panel title={monthName(month, page)} id="month">
      <MonthGrid page={page} calendar={calendar} month={month} today={today} />
      <MonthLegend page={page} calendar={calendar} month={month} />
      <Chips label={words.months} items={[link(previousMonth(month)), link(month, true), link(nextMonth(month))]} />
      {runs.length ? (
        <>
          <h3>{words.inMonth}</h3>
          <Runs page={page} runs={runs} />
        </>
      ) : (
        <p>{words.plainMonth}</p>
      )}
    </Panel>
  )
}
