import { figureNames, figures } from '#domain/figures.ts'
import { countsFrom, type Facts, type Side } from '#domain/month-facts.ts'
import type { Text } from '#text/text.ts'
import { Table } from '../parts/table.tsx'
import { rateWords } from '../reports/shape.ts'

type Props = { readonly text: Text; readonly facts: Facts }

/** Every figure of a month; `stand` says how final they are. */
export const FigureTable = ({ text, facts, stand }: Props & { readonly stand: string }) => {
  const { reports, sheets } = text
  const total = countsFrom(facts)
  return (
    <Table
      caption={`${sheets.report.figures} · ${stand}`}
      head={[reports.figure, reports.count, sheets.file.base, reports.result]}
      numeric={[1, 2, 3]}
      rows={figureNames.map((figure) => {
        const base = figures[figure].of
        return [reports.names[figure], total[figure], base ? total[base] : '', rateWords(figure, total, text)]
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
export const PlaceTable = ({ text, facts, caption, head, by, places }: PlacesProps) => (
  <Table
    caption={caption}
    head={[head, ...shown.map((figure) => text.reports.names[figure])]}
    numeric={shown.map((_, n) => n + 1)}
    rows={places.map(({ id, name }) => {
      const counts = countsFrom(facts, by, id)
      return [name, ...shown.map((figure) => counts[figure])]
    })}
  />
)
