import type { NoCounter } from '#domain/counter/counter-days.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import { type Day, midnight } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { RadioGroup } from '#views/parts/form/field.tsx'

/** A Saturday with its free times, or with the reason why there are none. */
export type OfferedDay = {
  readonly day: Day
  readonly closed: NoCounter | null
  /** Minutes of the day. */
  readonly starts: readonly number[]
}

type Props = {
  readonly page: Page
  readonly zone: string
  readonly days: readonly OfferedDay[]
  readonly value: string
  readonly error?: string | undefined
}

const timeValue = (day: Day, start: number): string => `${day} ${clockOf(start)}`

export const dayWords = (day: Day, { time }: Text, zone: string): string => time.deadline(midnight(day, zone), zone)

/** The free times of the coming Saturdays; a day without a counter says why. */
export const ChooseTime = ({ page, zone, days, value, error }: Props) => {
  const { counter, colon } = page.text
  const open = days.filter(({ closed, starts }) => !closed && starts.length)
  return (
    <>
      <ul>
        {days
          .filter(({ closed, starts }) => closed || !starts.length)
          .map(({ day, closed }) => (
            <li>
              {dayWords(day, page.text, zone)}
              {colon}
              {closed ? closedWords(closed, page.text) : counter.full}
            </li>
          ))}
      </ul>
      {open.map(({ day, starts }, index) => (
        <RadioGroup
          label={dayWords(day, page.text, zone)}
          isNeededSometimes
          name="time"
          prefix={index === 0 ? '' : day}
          value={value}
          error={index === 0 ? error : undefined}
          options={starts.map((start) => ({ value: timeValue(day, start), label: clockOf(start) }))}
        />
      ))}
    </>
  )
}

const closedWords = ({ why, special }: NoCounter, { counter, calendar }: Text): string =>
  counter.closed[why](calendar.festival(special.name))
