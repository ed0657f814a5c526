import Papa from 'papaparse'
import { readXlsx } from '#files/read-xlsx.ts'
import { baseOf, type Found } from './recompute.ts'
import { likeCsv } from './workbook-rows.ts'

/** Where figures are shown: the report's page, its printed sheet, and the three files. */
export const surfaces = ['page', 'sheet', 'csv', 'xlsx', 'json'] as const
export type Surface = (typeof surfaces)[number]
export type Get = (path: string) => Promise<Response>
export type Shown = Readonly<Record<Surface, Found>>
/** The names of the figures, for a sheet without links; `led` and `joined` are those of a letter. */
export type NameOf = (figure: string) => string | undefined

/**
 * The figures of a month of the place that `query` names, as each surface shows them. Waits are in whole hours, except
 * in JSON, which has seconds.
 */
export async function readSurfaces(get: Get, month: string, query: string, figures: readonly string[], nameOf: NameOf) {
  const at = (end: string) => get(`/reports/${month}${end}?${query}`)
  const json = (await (await ok(at('/figures.json'))).json()) as { readonly figures: Record<string, number | null> }
  const csv = Papa.parse<string[]>((await (await ok(at('/figures.csv'))).text()).replace(/^\ufeff/, '').trim())
  const read = await readXlsx(new Uint8Array(await (await ok(at('/figures.xlsx'))).arrayBuffer()))
  const rows = read.ok ? (read.sheets[0]?.rows ?? []) : []
  const shown: Shown = {
    page: ofPage(await (await ok(at(''))).text(), month),
    sheet: ofSheet(await (await ok(at('/sheet'))).text(), figures, nameOf),
    csv: ofRows(csv.data),
    xlsx: ofRows(likeCsv(rows, csv.data)),
    json: new Map(Object.entries(json.figures)),
  }
  return shown
}

async function ok(asked: Promise<Response>): Promise<Response> {
  const answer = await asked
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.url}`)
  return answer
}

/** The last column is the key, the third is the value; an empty value means that there was nothing to compute. */
const ofRows = (rows: readonly (readonly string[])[]): Found =>
  new Map(rows.slice(1).map((row) => [row.at(7) ?? '', row[2] ? Number(row[2]) : null]))

const sides = ['grid', 'category', 'source', 'unit', 'reason'] as const

/** Every number on the page that links to a list; the link's address says which figure and which part it is. */
function ofPage(html: string, month: string): Found {
  const found = new Map<string, number | null>()
  const links = html.matchAll(/<a\b[^>]*\bhref="\/reports\/([\d-]+)\/([a-z-]+)\?([^"]*)"[^>]*>(\d+)<\/a>/g)
  for (const [, of, figure = '', query = '', count] of links) {
    if (of !== month) continue
    const asked = new URLSearchParams(query.replaceAll('&amp;', '&'))
    const name = asked.has('of') ? (baseOf[figure] ?? '?') : figure
    const [side, other] = sides.filter((known) => asked.has(known))
    // Cells of two dimensions at once, and waits, are not figures of their own.
    if (other || asked.has('span')) continue
    // The address says 'none' for wishes without a unit.
    const value = side ? asked.get(side)?.replace(/^none$/, '') : undefined
    const key = side ? `${name}@${side}:${value}` : name
    const before = found.get(key)
    // If the same figure appears with two different numbers, it counts as different from everything.
    found.set(key, before === undefined || before === Number(count) ? Number(count) : Number.NaN)
  }
  return found
}

function ofSheet(html: string, figures: readonly string[], nameOf: NameOf): Found {
  const cells = cellsOf(html)
  return new Map(
    figures.flatMap((figure) => {
      const count = cells.get(nameOf(figure) ?? '')
      return count === undefined ? [] : [[figure, Number(count)] as const]
    }),
  )
}

/** The number after each name in a table; if a name appears twice, the first one. */
export function cellsOf(html: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (const [, name = '', count = ''] of html.matchAll(
    /<td[^>]*>([^<]+)<\/td><td[^>]*>(?:<a [^>]*>)?(\d+)(?:<\/a>)?<\/td>/g,
  ))
    if (!cells.has(name)) cells.set(name, count)
  return cells
}
