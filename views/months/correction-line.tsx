import type { SignedMonth } from '#db/months/month-rows.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { factName, factValue } from './facts.ts'

type Props = {
  readonly page: Page
  readonly signed: SignedMonth | null
  readonly zone: string
  /** The keys of the figures that the sheet shows. */
  readonly shown: readonly string[]
}

/** Below the figures of a sheet for others: the day, the figure, its old and its new value. No name and no reason. */
export const CorrectionLine = ({ page, signed, zone, shown }: Props) => {
  const { text } = page
  const own = signed?.corrections.filter(({ figure }) => shown.includes(figure)) ?? []
  if (!signed || !own.length) return null
  const { since, change } = text.months.official
  const told = own.map(({ figure, oldValue, newValue, at }) =>
    change(
      shortDay[page.lang](at, zone),
      factName(figure, signed.names, text),
      factValue(figure, oldValue, text),
      factValue(figure, newValue, text),
    ),
  )
  return <p>{since(told)}</p>
}
