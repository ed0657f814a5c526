import type { Fault } from './compare-cells.ts'
import { differ } from './compare-rates.ts'
import { tablesOf } from './page-tables.ts'
import { baseOf, counted, type Found } from './recompute.ts'
import type { Get } from './surfaces.ts'

/**
 * Sets that have no list of their own: three open through the figure that is a share of them, and `ahead` is part of
 * `due`.
 */
const isListed = (figure: string): boolean =>
  figure !== 'ahead' && !['requests', 'callback-due', 'tried'].includes(figure)

/**
 * Compares the list behind every figure, row by row over all pages, and the lists of the sets that figures are a share
 * of.
 */
export async function compareLists(get: Get, today: Found, month: string, query: string): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  const compareOne = async (figure: string, of: string, set: string) => {
    const rows = await rowsOf(get, `/reports/${month}/${figure}?${query}${of}`)
    faults.push(...differ(set, `list ${figure}${of}`, String(today.get(set) ?? 0), String(rows)))
  }
  for (const figure of counted.filter(isListed)) await compareOne(figure, '', figure)
  for (const [figure, base] of Object.entries(baseOf)) await compareOne(figure, '&of=1', base)
  return faults
}

/** How many rows a list has over all its pages. */
async function rowsOf(get: Get, first: string): Promise<number> {
  let rows = 0
  for (let path: string | undefined = first; path !== undefined; ) {
    const html = await (await get(path)).text()
    rows += tablesOf(html)[0]?.rows.length ?? 0
    const next: string | undefined = /<a\b[^>]*\brel="next"[^>]*>/.exec(html)?.[0]
    path = next && /href="([^"]*)"/.exec(next)?.[1]?.replaceAll('&amp;', '&')
  }
  return rows
}
