import type { SignedMonth } from '#db/months/month-rows.ts'
import { type Correction, partsOf } from '#domain/month/month-facts.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { When } from '#views/parts/when.tsx'
import { factName, factValue } from './facts.ts'

type Props = { readonly page: Page; readonly caption: string; readonly signed: SignedMonth; readonly zone: string }

/** The corrections to signed figures; typed reasons and names only for staff. */
export const Corrections = ({ page, caption, signed, zone }: Props) => {
  const words = page.text.months.official
  const cells = ({ figure, oldValue, newValue, at, publicReason }: Correction) => [
    factName(figure, signed.names, page.text),
    factValue(figure, oldValue, page.text),
    factValue(figure, newValue, page.text),
    <When at={at} lang={page.lang} zone={zone} />,
    publicReason ? page.text.words.correctionReason[publicReason] : '',
  ]
  if (!signed.corrections.length) return null
  const isWhole = ({ figure }: Correction) => partsOf(figure).by === null
  const wholeFirst = <One extends Correction>(all: readonly One[]) => [
    ...all.filter(isWhole),
    ...all.filter((one) => !isWhole(one)),
  ]
  return (
    <Table
      caption={caption}
      head={[
        words.figure,
        words.old,
        words.corrected,
        words.when,
        words.why,
        ...(signed.isInside ? [words.reason, words.who] : []),
      ]}
      numeric={[1, 2]}
      rows={
        signed.isInside
          ? wholeFirst(signed.corrections).map((one) => [...cells(one), one.reason, one.byName])
          : wholeFirst(signed.corrections).map(cells)
      }
    />
  )
}
