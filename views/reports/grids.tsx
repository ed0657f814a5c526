import { type FigureName, figures, type RateName } from '#domain/figures.ts'
import type { Page } from '../layout.tsx'
import { Bars } from '../parts/empty.tsx'
import { Table } from '../parts/table.tsx'
import { Count } from './count.tsx'
import { behind, partOf, type Report, rateWords } from './shape.ts'

type Props = { readonly page: Page; readonly report: Report }

const drawn = ['on-time', 'fulfilled'] as const satisfies readonly RateName[]
const tabled = [
  'published',
  'carried',
  'claimed',
  'due',
  'on-time',
  'fulfilled',
  'confirmed',
  'deliveries',
  'called',
  'reopened',
  'withdrawn',
  'referred',
] as const satisfies readonly FigureName[]

/** The same figures grid by grid, in the grids' own order: nobody is ranked. */
export const ByGrid = ({ page, report }: Props) => {
  const { reports } = page.text
  return (
    <section class="panel" aria-labelledby="by-grid">
      <h2 id="by-grid">{reports.byGrid}</h2>
      {drawn.map((figure) => (
        <Bars
          caption={reports.byGridOf(reports.rates[figure])}
          rows={report.grids.map(({ name, counts }) => ({
            label: name,
            value: counts[figure],
            of: counts[figures[figure].of],
            text: counts[figures[figure].of] ? partOf(figure, counts) : rateWords(figure, counts, page.text),
          }))}
        />
      ))}
      <Table
        caption={reports.byGrid}
        head={[reports.grid, ...tabled.map((figure) => reports.names[figure])]}
        numeric={tabled.map((_, column) => column + 1)}
        rows={[
          ...report.grids.map(({ id, name, counts }) => [
            name,
            ...tabled.map((figure) => (
              <Count
                page={page}
                figure={`${name} ${reports.names[figure]}`}
                count={counts[figure]}
                href={behind(report, figure, false, { grid: id })}
              />
            )),
          ]),
          [reports.total, ...tabled.map((figure) => <b>{report.total[figure]}</b>)],
        ]}
      />
    </section>
  )
}
