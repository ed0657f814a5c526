import { categories } from '#domain/catalogue-codes.ts'
import type { Page } from '../layout.tsx'
import { Heat, type HeatCell } from '../parts/heat.tsx'
import type { Report, Review } from './shape.ts'

type Props = { readonly page: Page; readonly report: Report; readonly review: Review }

const day = 24 * 3600 * 1000

/** Where wishes wait longest, by grid and kind: what a secretary tells the volunteers on Monday. */
export const WaitingNow = ({ page, report, review: { waiting } }: Props) => {
  const { text } = page
  const words = text.review
  if (!waiting) return null
  const cellOf = (gridId: string, category: string): HeatCell => {
    const cell = waiting.find((one) => one.gridId === gridId && one.category === category)
    if (!cell) return { shade: 0, words: '—' }
    const days = Math.floor((page.now.getTime() - cell.since.getTime()) / day)
    return { shade: days < 4 ? 1 : days < 8 ? 2 : 3, words: words.days(days), note: words.pieces(cell.count) }
  }
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      {waiting.length ? (
        <>
          <p>{words.waitingLead}</p>
          <Heat
            caption={words.shades}
            corner={words.waitingGrid}
            columns={categories.map((category) => text.catalogue.categories[category])}
            rows={report.grids.map(({ id, name }) => ({
              name,
              cells: categories.map((category) => cellOf(id, category)),
            }))}
          />
        </>
      ) : (
        <p>{words.waitingNone}</p>
      )}
    </section>
  )
}
