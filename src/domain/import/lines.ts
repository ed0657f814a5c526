import { clean, saysNothing, squeezed } from './cells.ts'
import { gridNamedIn } from './grids.ts'
import type { Merge } from './rows.ts'
import type { Key, Table } from './table.ts'

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
