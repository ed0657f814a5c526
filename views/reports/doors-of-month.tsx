import { doorSets } from '#domain/month/figures.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/data-table.tsx'
import { behind, type MonthDoors, type Report } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly doors: MonthDoors }

/** How many of the month's wishes were in the group and on the notice board in time, and how its claims came in. */
export const DoorsOfMonth = ({ page, report, doors: { isAsked, counts } }: Props) => {
  const { reports, review } = page.text
  const names = [...(isAsked ? (['twice', 'not-twice'] as const) : []), ...doorSets]
  const shown = names.filter((name) => name !== 'from-unknown' || counts[name] > 0)
  return (
    <>
      {!isAsked && <p>{review.doorsNotAsked}</p>}
      <Table
        caption={review.doors}
        head={[review.doorsWhat, review.doorsCount]}
        numeric={[1]}
        rows={shown.map((name) => {
          const href = behind(report, name)
          const words = review.pieces(counts[name])
          return [reports.names[name], href ? <a href={href}>{words}</a> : words]
        })}
      />
    </>
  )
}
