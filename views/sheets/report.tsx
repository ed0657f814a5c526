import type { SignedMonth } from '#db/months.ts'
import { type FigureName, figureNames, figures } from '#domain/figures.ts'
import { countsFrom, type Facts } from '#domain/month-facts.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '../layout.tsx'
import { factName, factValue } from '../months/facts.ts'
import { type Basis, Paper, Stamps } from '../parts/paper.tsx'
import { Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { rateWords } from '../reports/shape.ts'

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

const byGrid = ['published', 'carried', 'claimed', 'due', 'on-time', 'fulfilled', 'called', 'satisfied'] as const

/** The month's report for the file: one sheet of A4, with room for signatures and the stamp. */
export const ReportSheet = ({ page, basis, month, community, isRunning, facts, grids, signed }: Props) => {
  const { reports, sheets, months } = page.text
  const { report } = sheets
  const total = countsFrom(facts)
  return (
    <Paper
      text={page.text}
      head={report.head(community.name)}
      title={report.title(basis.month)}
      basis={basis}
      back={{ href: `/reports/${month}?c=${community.slug}`, label: sheets.back }}
    >
      <Table
        caption={`${report.figures} · ${signed ? months.official.title : isRunning ? sheets.running : sheets.notSigned}`}
        head={[reports.figure, reports.count, sheets.file.base, reports.result]}
        numeric={[1, 2, 3]}
        rows={figureNames.map((figure: FigureName) => {
          const base = figures[figure].of
          return [reports.names[figure], total[figure], base ? total[base] : '', rateWords(figure, total, page.text)]
        })}
      />
      <Table
        caption={report.grids}
        head={[reports.grid, ...byGrid.map((figure) => reports.names[figure])]}
        numeric={byGrid.map((_, n) => n + 1)}
        rows={grids.map(({ id, name }) => {
          const counts = countsFrom(facts, 'grid', id)
          return [name, ...byGrid.map((figure) => counts[figure])]
        })}
      />
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
            factName(one.figure, signed.snapshot, page.text),
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
