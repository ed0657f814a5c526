import {
  addDays,
  type Calendar,
  type Day,
  type Month,
  nextMonth,
  specialDay,
  weekdayOf,
} from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'

type Props = { readonly page: Page; readonly calendar: Calendar; readonly month: Month; readonly today: Day }

const week = [1, 2, 3, 4, 5, 6, 0] as const

/**
 * A month as on a wall calendar, Monday first. The kind of each day is written as a word; the colour only repeats it.
 */
export const MonthGrid = ({ page, calendar, month, today }: Props) => {
  const { text } = page
  return (
    <table class="heat month">
      <caption class="hide">{monthName(month, page)}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th scope="col">{text.calendar.weekdayShort[day]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((days) => (
          <tr>
            {days.map((day) =>
              day.startsWith(month) ? (
                <Cell page={page} calendar={calendar} day={day} today={today} />
              ) : (
                <td aria-hidden="true"></td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cell = ({ page, calendar, day, today }: Pick<Props, 'page' | 'calendar' | 'today'> & { readonly day: Day }) => {
  const words = page.text.workingDays
  const special = specialDay(calendar, day)
  const mark = special && (special.kind === 'rest' ? words.off : words.works)
  return (
    <td
      class={special && (special.kind === 'rest' ? 'red' : 'green')}
      aria-current={day === today ? 'date' : undefined}
    >
      {Number(day.slice(8))}
      <small>
        {mark}
        {special?.provisional && '?'}
        {day === today && !mark && words.today}
      </small>
    </td>
  )
}

export const monthName = (month: Month, { text }: Page): string =>
  text.workingDays.month(Number(month.slice(0, 4)), Number(month.slice(5)))

/** Whole weeks from Monday to Sunday that include every day of the month. */
function weeksOf(month: Month): readonly (readonly Day[])[] {
  const first = `${month}-01`
  const weeks: Day[][] = []
  for (let day = addDays(first, -((weekdayOf(first) + 6) % 7)); day < `${nextMonth(month)}-01`; day = addDays(day, 7))
    weeks.push(week.map((_, n) => addDays(day, n)))
  return weeks
}
