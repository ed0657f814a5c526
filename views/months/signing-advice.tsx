import { isSettled, type Unsettled } from '#domain/month/signing-day.ts'
import { type Day, midnight } from '#domain/time/workdays.ts'
import type { Page } from '#views/page.ts'

export type SigningAdvice = Unsettled & {
  readonly zone: string
  /** From this day on signing is recommended, whatever is still open. */
  readonly day: Day
  readonly workdays: number
  readonly isPast: boolean
}

/** Whether a finished month has settled, and when to sign it. */
export const Advice = ({ page, advice }: { readonly page: Page; readonly advice: SigningAdvice }) => {
  const { official: words } = page.text.months
  const { undelivered, uncalled, zone, workdays, isPast } = advice
  if (isSettled(advice)) return <p>{words.settled}</p>
  const day = page.text.time.day(midnight(advice.day, zone), zone)
  return (
    <p>
      {words.unsettled(undelivered, uncalled)} {isPast ? words.signNow(day) : words.signLater(day, workdays)}
    </p>
  )
}
