import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { dayOfYear, runsOf } from './days.ts'
import type { RulesProps } from './show.tsx'

/** The days that are not what their weekday says, this year and next, each with the notice it comes from. */
export const Days = ({ page, calendar, year }: RulesProps) => {
  const words = page.text.rules.calendar
  return (
    <Panel title={words.title} id="calendar">
      <p>{words.lead}</p>
      {[year, year + 1].map((each) => (
        <>
          {!calendar.knownYears.has(each) && <p>{words.unknown(each)}</p>}
          <Table
            caption={words.caption(each)}
            head={[words.days, words.name, words.kind, words.layer, words.notice]}
            rows={runsOf(calendar, each).map((run) => rowOf(page, run))}
          />
        </>
      ))}
    </Panel>
  )
}

function rowOf({ text }: RulesProps['page'], { first, last, what }: ReturnType<typeof runsOf>[number]) {
  const { calendar, rules } = text
  const days =
    first === last ? dayOfYear(first, text) : rules.calendar.span(dayOfYear(first, text), dayOfYear(last, text))
  return [
    days,
    calendar.festival(what.name),
    <span class="when">
      {calendar.kind[what.kind]} {what.provisional && <Tag tone="yellow">{calendar.provisional}</Tag>}
    </span>,
    calendar.layer[what.layer],
    calendar.notice(what.notice),
  ]
}
