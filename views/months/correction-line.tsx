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

/** On a sheet for others, under its figures: the day, the figure, what it was and is. The reason as a code; no name. */
export const CorrectionLine = ({ page, signed, zone, shown }: Props) => {
  const { text } = page
  const own = signed?.corrections.filter(({ figure }) => shown.includes(figure)) ?? []
  if (!signed || !own.length) return null
  const { since, change } = text.months.official
  const lines = own.map(({ figure, oldValue, newValue, at, publicReason }) =>
    change(
      shortDay[page.lang](at, zone),
      factName(figure, signed.names, text),
      factValue(figure, oldValue, text),
      factValue(figure, newValue, text),
      publicReason ? text.words.correctionReason[publicReason] : null,
    ),
  )
  return <p>{since(lines)}</p>
}
