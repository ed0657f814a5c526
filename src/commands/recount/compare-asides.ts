import type { Fault } from './compare-cells.ts'
import { differ, shareIn, shareOf } from './compare-rates.ts'
import { numbersOf, type Table } from './page-tables.ts'
import { baseOf, type Found, waits } from './recompute.ts'
import type { NameOf } from './surfaces.ts'

/** The figures of a month, as signed if it was signed. */
export type FiguresOf = (month: string) => Promise<Found>
type Page = { readonly month: string; readonly tables: readonly Table[]; readonly nameOf: NameOf }

/** The waits on the page, in whole hours. */
export function compareWaits(recounted: Found, { tables, nameOf }: Page): readonly Fault[] {
  const rows = tables.find(({ caption }) => caption === nameOf('head.spans'))?.rows ?? []
  return waits.flatMap((wait) => {
    const [, ...cells] = rows.find(([name]) => name === nameOf(wait)) ?? []
    return (['median', 'slowest'] as const).flatMap((rank, n) => {
      const seconds = recounted.get(`${wait}.${rank}`) ?? null
      const hours = seconds === null ? '' : String(Math.floor(seconds / 3600))
      return differ(`${wait}.${rank}`, 'page', hours, hoursIn(cells[n] ?? ''))
    })
  })
}

/** Below one hour the page uses words instead of a number; a correction may follow. */
const hoursIn = (words: string): string => (/^\D+1 小时/.test(words) ? '0' : (/^\d+/.exec(words)?.[0] ?? ''))

/** Compares each month of the trend, whose row begins with year and month. */
export async function compareTrend(figuresOf: FiguresOf, { month, tables, nameOf }: Page): Promise<readonly Fault[]> {
  const rows = tables.find(({ caption }) => caption === nameOf('head.trend'))?.rows ?? []
  const before = (await figuresOf(monthsBefore(month, 1))).get('published')
  // The first month of a community has no trend.
  if (!rows.length && before) return differ('published', 'trend', String(before), '')
  const faults: Fault[] = []
  for (const [name = '', published = '', fulfilled = '', onTime = ''] of rows) {
    const [year, n] = numbersOf(name)
    const of = `${year}-${String(n).padStart(2, '0')}`
    const figures = await figuresOf(of)
    const at = `trend ${of}`
    for (const [figure, cell] of [['published', published] as const, ['fulfilled', fulfilled] as const])
      faults.push(...differ(figure, at, String(figures.get(figure) ?? 0), String(numbersOf(cell)[0] ?? '')))
    faults.push(...differ('rate.on-time', at, shareOf(figures, 'on-time'), shareIn(onTime)))
  }
  return faults
}

const notCompared = ['reopened', 'twice']
const compared = [
  'published',
  'carried',
  'confirmed',
  ...Object.keys(baseOf).filter((name) => !notCompared.includes(name)),
]

/** Compares this month with the one before and the same month a year ago, if the page has columns for them. */
export async function compareMonths(figuresOf: FiguresOf, page: Page): Promise<readonly Fault[]> {
  const { month, tables, nameOf } = page
  const table = tables.find(({ caption }) => caption === nameOf('head.compare'))
  const faults: Fault[] = []
  for (const [column, of] of [
    ['head.this', month],
    ['head.before', monthsBefore(month, 1)],
    ['head.year-ago', monthsBefore(month, 12)],
  ] as const) {
    const at = table?.head.indexOf(nameOf(column) ?? '') ?? -1
    if (at < 0 && column !== 'head.this') continue
    const figures = await figuresOf(of)
    for (const figure of compared) {
      const row = table?.rows.find(([name = '']) => name.startsWith(nameOf(`rate.${figure}`) ?? nameOf(figure) ?? '?'))
      const cell = row?.[at] ?? ''
      // Before the community's first wish, a cell without a number is right.
      if (!/\d/.test(cell) && !figures.get('published')) continue
      faults.push(
        ...(figure in baseOf
          ? differ(`rate.${figure}`, `comparison ${of}`, shareOf(figures, figure), shareIn(cell))
          : differ(figure, `comparison ${of}`, String(figures.get(figure) ?? 0), String(numbersOf(cell)[0] ?? ''))),
      )
    }
  }
  return faults
}

function monthsBefore(month: string, many: number): string {
  const [year = 0, n = 1] = month.split('-').map(Number)
  const at = year * 12 + n - 1 - many
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
