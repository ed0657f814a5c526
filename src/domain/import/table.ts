import { clean, saysNothing, squeezed } from './cells.ts'
import { gridNamedIn } from './grids.ts'
import { bareHeading, type ListKind, meaningOf, type NeedKey, type RollKey, type UntakenReason } from './headings.ts'
import type { Merge, Sheet } from './rows.ts'

export type Key = NeedKey | RollKey
export type Column = { readonly index: number; readonly key: Key; readonly heading: string }
export type Table = {
  readonly kind: ListKind
  readonly sheet: Sheet
  /** Zero-based, of the first row below the headings. */
  readonly first: number
  readonly columns: readonly Column[]
  readonly unknown: readonly string[]
  readonly untaken: readonly { readonly heading: string; readonly why: UntakenReason }[]
  /** The lines above the headings, in one string. */
  readonly title: string
}

const depth = 40

/** The table in a sheet that reads best as a list of that kind: the heading row, or two of them one above the other. */
export function findTable(sheet: Sheet, kind: ListKind): Table | null {
  const tables = sheet.rows
    .slice(0, depth)
    .flatMap((_, top) => [tableAt(sheet, kind, top, 1), tableAt(sheet, kind, top, 2)])
  return tables
    .filter((table) => table !== null)
    .reduce<Table | null>((best, table) => (best && weight(best) >= weight(table) ? best : table), null)
}

export function weight(table: Table): number {
  return new Set(table.columns.map((column) => column.key)).size
}

function tableAt(sheet: Sheet, kind: ListKind, top: number, height: 1 | 2): Table | null {
  const headings = height === 1 ? (sheet.rows[top] ?? []).map((cell) => [clean(cell)]) : stacked(sheet, top)
  if (headings === null) return null

  const read = headings.map((stack, index) => ({
    index,
    heading: stack.filter(Boolean).join(' '),
    means: meaning(stack, kind),
  }))
  const all = read.flatMap(({ index, heading, means }) =>
    means.is === kind ? [{ index, heading, key: means.key }] : [],
  )
  const keys = new Set(all.map(({ key }) => key))
  if (!isList(keys, kind)) return null

  // One column for each thing, except phones, of which a list may have several.
  const columns = all.filter(
    (column, at) => column.key === 'phone' || all.findIndex(({ key }) => key === column.key) === at,
  )
  const spare = all.filter((column) => !columns.includes(column)).map(({ heading }) => heading)
  return {
    kind,
    sheet,
    first: top + height,
    columns,
    unknown: [...read.flatMap(({ heading, means }) => (means.is === 'unknown' && heading ? [heading] : [])), ...spare],
    untaken: read.flatMap(({ heading, means }) => (means.is === 'untaken' ? [{ heading, why: means.why }] : [])),
    title: sheet.rows.slice(0, top).flat().map(clean).filter(Boolean).join(' '),
  }
}

/** A title that happens to hold one of the words is no heading row: it takes three, and those that make the list. */
function isList(keys: ReadonlySet<string>, kind: ListKind): boolean {
  if (!keys.has('name')) return false
  if (kind === 'needs') return keys.has('wish') && keys.size >= 3
  return keys.has('phone') && ['unit', 'branch', 'strengths', 'freeTimes', 'reportedIn'].some((key) => keys.has(key))
}

/** Two rows as one (the lower one without digits, or it would be the first person): the upper word spreads over its merged columns, or over the blanks to its right in a file without merges. */
function stacked(sheet: Sheet, top: number): string[][] | null {
  const [upper, lower] = [sheet.rows[top] ?? [], sheet.rows[top + 1] ?? []]
  if (!lower.some((cell) => !saysNothing(cell)) || lower.some((cell) => /\d/.test(bareHeading(cell)))) return null

  const width = Math.max(upper.length, lower.length)
  const spread = Array.from({ length: width }, (_, column) => {
    const over = mergeAt(sheet.merges ?? [], top, column)
    if (over) return clean(upper[over.left] ?? '')
    const own = clean(upper[column] ?? '')
    if (own || !clean(lower[column] ?? '') || sheet.merges?.length) return own
    return clean(upper.slice(0, column).findLast((cell) => clean(cell)) ?? '')
  })
  return spread.map((word, column) => {
    const below = clean(lower[column] ?? '')
    return word === below ? [word] : [word, below]
  })
}

/** The lower word decides, then both together, then the upper: 联系电话 over 本人 is a phone, over 家属 is not kept. */
function meaning(stack: readonly string[], kind: ListKind) {
  const [upper = '', lower = ''] = stack
  if (lower === '') return meaningOf(upper, kind)
  const tried = [lower, upper + lower, upper].map((word) => meaningOf(word, kind))
  return (
    tried.find((means) => means.is === 'untaken') ??
    tried.find((means) => means.is !== 'unknown') ?? { is: 'unknown' as const }
  )
}

export type Line = {
  readonly line: number
  /** The grid named by a line of its own above this one, or by the sheet. */
  readonly section: string
  readonly cells: Readonly<Record<string, string>>
  /** The same cell of the row above, for "as above". */
  readonly above: Readonly<Record<string, string>>
}
export type Skipped = {
  readonly sheet: string
  readonly line: number
  readonly why: 'total' | 'note' | 'headings' | 'example'
}

/** What stands below the headings, without blank lines, totals, notes at the foot and headings printed again. */
export function linesOf(table: Table): { readonly lines: readonly Line[]; readonly skipped: readonly Skipped[] } {
  const lines: Line[] = []
  const skipped: Skipped[] = []
  const merged = mergedDown(table)
  let section = gridNamedIn(table.sheet.name) ?? gridNamedIn(table.title) ?? ''
  for (const [at, row] of table.sheet.rows.entries()) {
    if (at < table.first || row.every((cell) => clean(cell) === '')) continue
    const cells = cellsOf(table, at, merged)
    const heads = gridLine(row)
    const why = heads ? null : aside(table, row, cells)
    if (why) skipped.push({ sheet: table.sheet.name, line: at + 1, why })
    else if (heads) section = heads
    else lines.push({ line: at + 1, section, cells, above: lines.at(-1)?.cells ?? {} })
  }
  return { lines, skipped }
}

/** A line that holds nothing but a grid's name heads the lines below it. */
function gridLine(row: readonly string[]): string | null {
  const only = oneCell(row)
  return only === null ? null : (gridNamedIn(only) ?? /^[^\s:：，。]{1,12}网格(?!员|长)/u.exec(only)?.[0] ?? null)
}

function aside(table: Table, row: readonly string[], cells: Line['cells']): Skipped['why'] | null {
  const first = squeezed(row.find((cell) => clean(cell) !== '') ?? '')
  if (
    /^(?:合计|总计|小计|共计|总数|累计|total)/.test(first) ||
    /^(?:合计|总计|小计|共计)/.test(squeezed(cells.name ?? ''))
  )
    return 'total'
  if (/^(?:例|示例|样例|举例|范例|填写示例)/.test(first)) return 'example'
  if (table.columns.filter(({ index, heading }) => heading && clean(row[index] ?? '') === heading).length >= 3)
    return 'headings'

  const filled = row.filter((cell) => clean(cell) !== '').length
  if (/^(?:注|备注|说明|填表|填报|制表|审核|负责人|联系人|统计|单位|\*|※)/.test(first) && filled <= 4) return 'note'
  if (oneCell(row) && (cells.name === undefined || !/^.{1,15}$/u.test(oneCell(row) ?? ''))) return 'note'
  const people = ['name', 'phone', 'wish', 'address', 'unit'].map((key) => cells[key] ?? '')
  return people.every(saysNothing) && !(table.kind === 'needs' && cells.grid && filled > 3) ? 'note' : null
}

function oneCell(row: readonly string[]): string | null {
  const filled = new Set(row.map(clean).filter(Boolean))
  return filled.size === 1 ? ([...filled][0] ?? null) : null
}

/** What a merge over several lines says of each of them. A merged wish or sum belongs to the first line only. */
const oncePerMerge: readonly Key[] = ['wish', 'quantity', 'measure', 'value', 'unitPrice', 'specification', 'note']

/** Column index → for each line inside a merge, the line that holds its text. */
type Merged = ReadonlyMap<number, ReadonlyMap<number, number>>

function mergedDown({ sheet, columns, first }: Table): Merged {
  const perLine = columns.filter(({ key }) => !oncePerMerge.includes(key))
  return new Map(
    perLine.map(({ index }) => {
      const merges = (sheet.merges ?? []).filter(
        ({ left, top, bottom }) => left === index && top >= first && bottom > top,
      )
      return [
        index,
        new Map(merges.flatMap((merge) => spanOf(merge, sheet.rows.length).map((row) => [row, merge.top]))),
      ]
    }),
  )
}

function spanOf({ top, bottom }: Merge, height: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(bottom + 1, height) - top) }, (_, at) => top + at)
}

function cellsOf({ sheet, columns }: Table, at: number, merged: Merged): Line['cells'] {
  const cells: Record<string, string> = {}
  for (const { index, key } of columns) {
    const cell = clean(sheet.rows[merged.get(index)?.get(at) ?? at]?.[index] ?? '')
    if (cell !== '') cells[key] = cells[key] ? `${cells[key]}、${cell}` : cell
  }
  return cells
}

function mergeAt(merges: readonly Merge[], row: number, column: number): Merge | null {
  return (
    merges.find(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right) ??
    null
  )
}
