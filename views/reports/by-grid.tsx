import { type FigureName, figures, type GroupName, type RateName } from '#domain/month/figures.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Bars } from '#views/parts/empty.tsx'
import { Share } from './count.tsx'
import { type Report, rateWords } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report }
type Words = { readonly title: string; readonly of: (figure: string) => string; readonly head: string }

const drawn = ['on-time', 'fulfilled'] as const satisfies readonly RateName[]
/** Two tables, so that there is room for names and denominators. */
const tables = [
  { group: 'promise', figures: ['published', 'carried', 'claimed', 'on-time', 'fulfilled', 'confirmed'] },
  { group: 'callback', figures: ['called', 'reached', 'satisfied', 'reopened', 'withdrawn', 'referred'] },
] as const satisfies readonly { readonly group: GroupName; readonly figures: readonly FigureName[] }[]

/** The figures of each grid, in the grids' own order: nothing is ranked. */
export const ByGrid = ({ page, report }: Props) => {
  const { byGrid, byGridOf, grid } = page.text.reports
  return <ByPlace page={page} report={report} words={{ title: byGrid, of: byGridOf, head: grid }} />
}

/** The figures of each part of the area, in the order of the tree. */
export const ByPlace = ({ page, report, words }: Props & { readonly words: Words }) => {
  const { reports } = page.text
  return (
    <section class="panel" aria-labelledby="by-place">
      <h2 id="by-place">{words.title}</h2>
      {drawn.map((figure) => (
        <Bars
          caption={words.of(reports.rates[figure])}
          rows={report.grids.map(({ id, name, counts }) => ({
            label: name,
            value: counts[figure],
            of: counts[figures[figure].of],
            text: counts[figures[figure].of] ? (
              <Share page={page} of={report} figure={figure} counts={counts} cell={{ grid: id }} name={name} />
            ) : (
              rateWords(figure, counts, page.text)
            ),
          }))}
        />
      ))}
      {tables.map(({ group, figures: own }) => (
        <Table
          caption={`${words.title} · ${reports.groups[group]}`}
          head={[words.head, ...own.map((figure) => reports.names[figure])]}
          numeric={own.map((_, column) => column + 1)}
          rows={[
            ...report.grids.map(({ id, name, counts, href }) => [
              href ? <a href={href}>{name}</a> : name,
              ...own.map((figure) => (
                <Share
                  page={page}
                  of={report}
                  figure={figure}
                  counts={counts}
                  name={name}
                  notes={report.corrected}
                  cell={{ grid: id }}
                  hasRate
                />
              )),
            ]),
            [
              reports.total,
              ...own.map((figure) => (
                <Share
                  page={page}
                  of={report}
                  figure={figure}
                  counts={report.total}
                  notes={report.corrected}
                  name={reports.total}
                  hasRate
                />
              )),
            ],
          ]}
        />
      ))}
    </section>
  )
}
