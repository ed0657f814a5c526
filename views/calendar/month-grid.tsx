import {
  addDays,
  type Calendar,
  type Day,
  isWorkday,
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
  const mark = markOf(calendar, day)
  return (
    <td
      class={mark ? (mark === 'off' ? 'rest' : 'green') : undefined}
      aria-current={day === today ? 'date' : undefined}
    >
      {Number(day.slice(8))}
      <small>
        {mark && words[mark]}
        {special?.provisional && '?'}
        {day === today && !mark && words.today}
      </small>
    </td>
  )
}

/** A weekend without a make-up day is a day off like any other. */
const markOf = (calendar: Calendar, day: Day): 'off' | 'works' | null => {
  if (!isWorkday(calendar, day)) return 'off'
  return specialDay(calendar, day) ? 'works' : null
}

/** Explains the marks that this month has, and no others. */
export const MonthLegend = ({ page, calendar, month }: Omit<Props, 'today'>) => {
  const words = page.text.workingDays
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month))
  const has = (mark: 'off' | 'works') => days.some((day) => markOf(calendar, day) === mark)
  const isProvisional = days.some((day) => specialDay(calendar, day)?.provisional)
  const lines = [
    ...(has('off') ? [words.marks.off] : []),
    ...(has('works') ? [words.marks.works] : []),
    ...(isProvisional ? [words.marks.provisional] : []),
  ]
  return (
    <p class="hint">
      {lines.map((line) => (
        <>{line} </>
      ))}
    </p>
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
