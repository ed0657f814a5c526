import { type FigureName, figureGroups, figures } from '#domain/month/figures.ts'
import { countsFrom, type Facts, type Side } from '#domain/month/month-facts.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Count } from '#views/reports/count.tsx'
import { behind, type Cell, type Opens, rateWords } from '#views/reports/report-shape.ts'

/** `of`: the month of the lists behind the numbers; null if there are none, as above the communities. */
type Props = { readonly page: Page; readonly of: Opens | null; readonly facts: Facts }

type NumberProps = Omit<Props, 'facts'> & {
  readonly figure: FigureName
  readonly count: number
  readonly isBase?: boolean
  readonly cell?: Cell
}

/** On the screen a number opens its list, as on the report's page; on paper it is only a number. */
function opening({ page, of, figure, count, isBase = false, cell = {} }: NumberProps) {
  const href = of ? behind(of, figure, isBase, cell) : undefined
  const base = figures[figure].of
  const name = page.text.reports.names[isBase && base ? base : figure]
  return href ? <Count page={page} figure={name} count={count} href={href} /> : count
}

/** How wishes were published and claims came in is in the files: with it the sheet would not fit on a page. */
const onSheet = figureGroups
  .filter(({ key }) => key !== 'doors')
  .flatMap(({ figures: own }): readonly FigureName[] => own)

type FiguresProps = Props & {
  readonly stand: string
  /** Rates that corrections have changed. */
  readonly rates?: Readonly<Record<string, string>>
}

/** The figures of a month; `stand` says whether they are final. */
export const FigureTable = ({ page, of, facts, stand, rates = {} }: FiguresProps) => {
  const { text } = page
  const { reports, sheets } = text
  const total = countsFrom(facts)
  return (
    <Table
      caption={`${sheets.report.figures} · ${stand}`}
      head={[reports.figure, reports.count, sheets.file.base, reports.result]}
      numeric={[1, 2, 3]}
      rows={onSheet.map((figure) => {
        const base = figures[figure].of
        return [
          reports.names[figure],
          opening({ page, of, figure, count: total[figure] }),
          base ? opening({ page, of, figure, count: total[base], isBase: true }) : '',
          [rateWords(figure, total, text), rates[`rate:${figure}`]].filter(Boolean).join(' · '),
        ]
      })}
    />
  )
}

const shown = ['published', 'carried', 'claimed', 'due', 'on-time', 'fulfilled', 'called', 'satisfied'] as const

type PlacesProps = Props & {
  readonly caption: string
  readonly head: string
  readonly by: Side
  readonly places: readonly { readonly id: string; readonly name: string }[]
}

/** The figures by place, in the places' own order. */
export const PlaceTable = ({ page, of, facts, caption, head, by, places }: PlacesProps) => (
  <Table
    caption={caption}
    head={[head, ...shown.map((figure) => page.text.reports.names[figure])]}
    numeric={shown.map((_, n) => n + 1)}
    rows={places.map(({ id, name }) => {
      const counts = countsFrom(facts, by, id)
      const cell = by === 'grid' ? { grid: id } : {}
      return [name, ...shown.map((figure) => opening({ page, of, figure, count: counts[figure], cell }))]
    })}
  />
)
