import type { Fault } from './compare-cells.ts'
import { numbersOf, type Table } from './page-tables.ts'
import { baseOf, type Found } from './recompute.ts'
import type { NameOf } from './surfaces.ts'

/** Below this a share is shown as a fraction; see docs/figures.md. */
const fewest = 10

/** A share as it has to be shown: '66.7%', '2/6', or empty if there is nothing to be a share of. */
export function shareOf(figures: Found, figure: string, part = ''): string {
  const [count, base] = [figure, baseOf[figure] ?? ''].map((name) => figures.get(`${name}${part}`) ?? 0)
  if (!base || count === undefined) return ''
  if (base < fewest) return `${count}/${base}`
  const tenths = Math.round((1000 * count) / base)
  const most = count < base ? 999 : 1000
  return `${(Math.min(Math.max(tenths, count > 0 ? 1 : 0), most) / 10).toFixed(1)}%`
}

/** The share in a cell, in the same form: the smaller number of a fraction comes first. */
export function shareIn(words: string): string {
  const percent = /\d+\.\d%/.exec(words)?.[0]
  if (percent) return percent
  const [one, other] = numbersOf(words)
  if (one === undefined || other === undefined || Math.max(one, other) === 0) return ''
  return `${Math.min(one, other)}/${Math.max(one, other)}`
}

/** Compares the page's table of figures: count, base and share of each rate. */
export function comparePageRates(recounted: Found, tables: readonly Table[], nameOf: NameOf): readonly Fault[] {
  const rows = tables.flatMap((table) => table.rows).filter((row) => row.length === 3)
  return Object.entries(baseOf).flatMap(([figure, base]) => {
    const [, counts = '', share = ''] = rows.find(([name]) => name === nameOf(figure)) ?? []
    const [, count = '—', of = '—'] = /^(\d+) \/ (\d+)/.exec(counts) ?? []
    return [
      ...differ(figure, 'page', String(recounted.get(figure) ?? 0), count),
      ...differ(`${base} (${figure})`, 'page', String(recounted.get(base) ?? 0), of),
      ...differ(`rate.${figure}`, 'page', shareOf(recounted, figure), shareIn(share)),
    ]
  })
}

type File = { readonly where: 'csv' | 'xlsx'; readonly rows: readonly (readonly string[])[] }

/** Compares the base and rate columns of the files, line by line. For small bases the files give no rate. */
export const compareFileRates = (recounted: Found, { where, rows }: File): readonly Fault[] =>
  rows.slice(1).flatMap((row) => {
    const key = row[7] ?? ''
    const [figure = '', part] = key.split('@')
    const base = baseOf[figure]
    if (!base) return differ(`rate.${key}`, where, '', `${row[4] ?? ''}${row[5] ?? ''}`)
    const at = part === undefined ? '' : `@${part}`
    const share = shareOf(recounted, figure, at)
    return [
      ...differ(`${base}${at} (${figure})`, where, String(recounted.get(`${base}${at}`) ?? 0), row[4] ?? ''),
      ...differ(`rate.${key}`, where, share.endsWith('%') ? String(Number.parseFloat(share)) : '', row[5] ?? ''),
    ]
  })

export const differ = (what: string, where: string, events: string, shown: string): readonly Fault[] =>
  events === shown ? [] : [{ what, where, events: events || '—', shown: shown || '—' }]
