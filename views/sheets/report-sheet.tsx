import type { SignedMonth } from '#db/months/month-rows.ts'
import type { Facts } from '#domain/month/month-facts.ts'
import { shortDay } from '#text/days.ts'
import { correctedRates } from '#views/months/corrected-rates.ts'
import { Corrections } from '#views/months/corrections-list.tsx'
import type { Page } from '#views/page.ts'
import { type Basis, Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { FigureTable, PlaceTable } from './sheet-tables.tsx'

type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: { readonly slug: string; readonly name: string; readonly zone: string }
  readonly isRunning: boolean
  readonly facts: Facts
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly signed: SignedMonth | null
  readonly isInside: boolean
}

/** The month's report for the file: one sheet of A4, with room for signatures and the stamp. */
export const ReportSheet = ({ page, basis, month, community, isRunning, facts, grids, signed, isInside }: Props) => {
  const { reports, sheets, months } = page.text
  const { report } = sheets
  const of = { place: community, period: { month }, opensLists: isInside }
  const signedOn = ({ signedAt }: SignedMonth) => shortDay[page.lang](signedAt, community.zone)
  return (
    <Paper
      text={page.text}
      head={report.head(community.name)}
      title={report.title(basis.month)}
      basis={basis}
      back={{ href: `/reports/${month}?c=${community.slug}`, label: sheets.back }}
    >
      <FigureTable
        page={page}
        of={of}
        facts={facts}
        rates={signed ? correctedRates(signed, page.text) : {}}
        stand={signed ? months.official.title : isRunning ? sheets.running : sheets.notSigned}
      />
      <PlaceTable
        page={page}
        of={of}
        facts={facts}
        caption={report.grids}
        head={reports.grid}
        by="grid"
        places={grids}
      />
      {signed && <Corrections page={page} caption={report.corrections} signed={signed} zone={community.zone} />}
      <p class="hint">{report.how}</p>
      <Stamps
        places={[
          report.maker,
          report.checker,
          <>
            {report.secretary}
            {signed && (
              <>
                <br />
                {signed.isInside
                  ? sheets.signedBy(signed.signerName, signedOn(signed))
                  : sheets.signedOn(signedOn(signed))}
              </>
            )}
          </>,
        ]}
        stamp={sheets.stamp}
      />
    </Paper>
  )
}
