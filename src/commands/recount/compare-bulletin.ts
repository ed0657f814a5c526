import type { Fault } from './compare-cells.ts'
import { differ } from './compare-rates.ts'
import { numbersOf, tablesOf, wordsOf } from './page-tables.ts'
import type { Found } from './recompute.ts'
import type { Get, NameOf } from './surfaces.ts'

const categories = ['goods', 'repair', 'errand', 'company']

/** The bulletin of a month that is over: its two sums and the numbers of each category. None while the month runs. */
export async function compareBulletin(
  get: Get,
  recounted: Found,
  { slug, month }: { readonly slug: string; readonly month: string },
  nameOf: NameOf,
): Promise<readonly Fault[]> {
  const answer = await get(`/c/${slug}/bulletins/${month}`)
  if (answer.status !== 200) return []
  const html = await answer.text()
  const sums = ['published', 'fulfilled'].map((figure) => String(recounted.get(figure) ?? 0))
  const lead = wordsOf(/<p class="lead">(.*?)<\/p>/s.exec(html)?.[1] ?? '')
  const shown = numbersOf(lead).map(String)
  const inLead = shown
    .filter((number) => !sums.includes(number))
    .flatMap((number) => differ('published, fulfilled', 'notice', sums.join(', '), number))
  const rows = tablesOf(html).flatMap((table) => table.rows)
  const inTable = categories.flatMap((category) => {
    const [, ...cells] = rows.find(([name]) => name === nameOf(`category.${category}`)) ?? []
    return ['published', 'fulfilled'].flatMap((figure, n) => {
      const there = /^\d+$/.exec(cells[n] ?? '')?.[0]
      const key = `${figure}@category:${category}`
      return there === undefined ? [] : differ(key, 'notice', String(recounted.get(key) ?? 0), there)
    })
  })
  return [...inLead, ...inTable]
}
