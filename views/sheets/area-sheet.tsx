import type { Period } from '#domain/month/figures.ts'
import type { Facts } from '#domain/month/month-facts.ts'
import { spanNames } from '#domain/month/waits.ts'
import { factValue } from '#views/months/facts.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { type Basis, Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { FigureTable, PlaceTable } from './sheet-tables.tsx'

type Named = { readonly id: string; readonly name: string }
type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly area: Named
  readonly period: Period
  readonly facts: Facts
  readonly parts: readonly Named[]
  readonly communities: readonly unknown[]
  readonly signed: number
}

/** The month of an area above the communities on A4, with room for signatures and the stamp. */
export const AreaSheet = ({ page, basis, area, period, facts, parts, communities, signed }: Props) => {
  const { text } = page
  const { areas, sheets, review } = text
  return (
    <Paper
      text={text}
      head={areas.sheet.head(area.name)}
      title={sheets.report.title(basis.month)}
      basis={basis}
      back={{ href: `/reports/${period.month}?area=${area.id}`, label: sheets.back }}
    >
      <p>{period.isRunning ? sheets.running : areas.signed(signed, communities.length)}</p>
      <FigureTable page={page} of={null} facts={facts} stand={areas.sum(communities.length)} />
      <PlaceTable
        page={page}
        of={null}
        facts={facts}
        caption={areas.sheet.parts}
        head={areas.part}
        by="area"
        places={parts}
      />
      <Table
        caption={areas.sheet.waits}
        head={[review.spanOf, review.median, review.slowest]}
        numeric={[1, 2]}
        rows={spanNames.map((span) => {
          const [median, slowest] = [`${span}.median`, `${span}.slowest`]
          return [
            review.spanNames[span],
            factValue(median, facts[median] ?? null, text),
            factValue(slowest, facts[slowest] ?? null, text),
          ]
        })}
      />
      <p class="hint">
        {areas.waits} {sheets.report.how}
      </p>
      <Stamps places={[sheets.report.maker, sheets.report.checker, areas.sheet.responsible]} stamp={sheets.stamp} />
    </Paper>
  )
}
