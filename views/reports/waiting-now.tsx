import { type Category, categories } from '#domain/catalogue/catalogue-codes.ts'
import { day } from '#domain/time/durations.ts'
import type { Page } from '#views/page.ts'
import { Heat, type HeatCell } from '#views/parts/chart/heat.tsx'
import { Fold } from '#views/parts/details.tsx'
import { behind, type Report, type Review } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly review: Review }

/** Where wishes wait longest, by grid and category, so that the secretary can tell the volunteers. */
export const WaitingNow = ({ page, report, review: { waiting } }: Props) => {
  const { text } = page
  const words = text.review
  if (!waiting) return null
  const cellOf = (gridId: string, gridName: string, category: Category): HeatCell => {
    const cell = waiting.find((one) => one.gridId === gridId && one.category === category)
    if (!cell) return { shade: 0, words: '—' }
    const days = Math.floor((page.now.getTime() - cell.since.getTime()) / day)
    const name = `${gridName} ${text.catalogue.categories[category]} ${text.reports.names.waiting}`
    const href = behind(report, 'waiting', false, { grid: gridId, category })
    const note = href ? (
      <a href={href} aria-label={`${name} · ${words.pieces(cell.count)}`}>
        {words.pieces(cell.count)}
      </a>
    ) : (
      words.pieces(cell.count)
    )
    return { shade: days < 4 ? 1 : days < 8 ? 2 : 3, words: words.days(days), note }
  }
  return (
    <Fold summary={words.waitingMany(waiting.reduce((sum, { count }) => sum + count, 0))}>
      {waiting.length ? (
        <>
          <p>{words.waitingLead}</p>
          <Heat
            caption={words.shades}
            corner={words.waitingGrid}
            columns={categories.map((category) => text.catalogue.categories[category])}
            rows={report.grids.map(({ id, name }) => ({
              name,
              cells: categories.map((category) => cellOf(id, name, category)),
            }))}
          />
        </>
      ) : (
        <p>{words.waitingNone}</p>
      )}
    </Fold>
  )
}
