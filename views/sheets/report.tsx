import type { SignedMonth } from '#db/months.ts'
import type { Facts } from '#domain/month-facts.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '../layout.tsx'
import { factName, factValue } from '../months/facts.ts'
import { type Basis, Paper, Stamps } from '../parts/paper.tsx'
import { Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { FigureTable, PlaceTable } from './tables.tsx'

type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: { readonly slug: string; readonly name: string; readonly zone: string }
  readonly isRunning: boolean
  readonly facts: Facts
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly signed: SignedMonth | null
}

/** The month's report for the file: one sheet of A4, with room for signatures and the stamp. */
export const ReportSheet = ({ page, basis, month, community, isRunning, facts, grids, signed }: Props) => {
  const { reports, sheets, months } = page.text
  const { report } = sheets
  return (
    <Paper
      text={page.text}
      head={report.head(community.name)}
      title={report.title(basis.month)}
      basis={basis}
      back={{ href: `/reports/${month}?c=${community.slug}`, label: sheets.back }}
    >
      <FigureTable
        text={page.text}
        facts={facts}
        stand={signed ? months.official.title : isRunning ? sheets.running : sheets.notSigned}
      />
      <PlaceTable text={page.text} facts={facts} caption={report.grids} head={reports.grid} by="grid" places={grids} />
      {signed && signed.corrections.length > 0 && (
        <Table
          caption={report.corrections}
          head={[
            months.official.figure,
            months.official.old,
            months.official.corrected,
            months.official.when,
            months.official.reason,
          ]}
          numeric={[1, 2]}
          rows={signed.corrections.map((one) => [
            factName(one.figure, signed.names, page.text),
            factValue(one.figure, one.oldValue, page.text),
            factValue(one.figure, one.newValue, page.text),
            <When at={one.at} lang={page.lang} zone={community.zone} />,
            one.reason,
          ])}
        />
      )}
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
                {sheets.signedBy(signed.signerName, shortDay[page.lang](signed.signedAt, community.zone))}
              </>
            )}
          </>,
        ]}
        stamp={sheets.stamp}
      />
    </Paper>
  )
}
