import type { Fault } from './compare-cells.ts'
import { differ, shareIn, shareOf } from './compare-rates.ts'
import { tablesOf } from './page-tables.ts'
import type { Found } from './recompute.ts'
import type { Get } from './surfaces.ts'

const columns = ['published', 'carried', 'claimed', 'due']
const shares = ['on-time', 'fulfilled', 'called', 'satisfied']

/** Compares the community's row in its supervisor's overview. */
export async function compareOverview(
  get: Get,
  figures: Found,
  place: { readonly slug: string; readonly month: string },
) {
  const [table] = tablesOf(await (await get(`/reports/${place.month}`)).text())
  const at = table?.links.indexOf(`/reports/${place.month}?c=${place.slug}`) ?? -1
  const [, ...cells] = table?.rows[at] ?? []
  return [
    ...columns.flatMap((figure, n): readonly Fault[] =>
      differ(figure, 'overview', String(figures.get(figure) ?? 0), cells[n] ?? ''),
    ),
    ...shares.flatMap((figure, n) =>
      differ(`rate.${figure}`, 'overview', shareOf(figures, figure), shareIn(cells[columns.length + n] ?? '')),
    ),
  ]
}
