import { clean, cleanLines, saysNothing, squeezed } from '#domain/reading/cells.ts'
import { isNoWish } from '#domain/reading/no-wish.ts'
import { distinct, isFormLine, isTotal } from './form-lines.ts'
import { gridNamedIn } from './grid-names.ts'
import type { Key } from './headings.ts'
import type { Table } from './list-table.ts'
import type { Merge } from './rows.ts'

export type Line = {
  readonly line: number
  /** The grid named in a separate line above this one, or by the sheet's name. */
  readonly section: string
  readonly cells: Readonly<Record<string, string>>
  /** The same cell in the row above, for cells that say "as above". */
  readonly above: Readonly<Record<string, string>>
}
export type Skipped = {
  readonly sheet: string
  readonly line: number
  readonly why: 'total' | 'signature' | 'note' | 'headings' | 'example' | 'no-wish'
}

/** The lines below the headings, without blank lines, totals, footnotes and repeated headings. */
export function linesOf(table: Table): { readonly lines: readonly Line[]; readonly skipped: readonly Skipped[] } {
  const lines: Line[] = []
  const skipped: Skipped[] = []
  const merged = mergedDown(table)
  let section = gridNamedIn(table.sheet.name) ?? gridNamedIn(table.titles.join(' ')) ?? ''
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

/** A line with nothing but a grid's name applies to all lines below it. */
function gridLine(row: readonly string[]): string | null {
  const only = oneCell(row)
  return only === null ? null : (gridNamedIn(only) ?? /^[^\s:：，。]{1,12}网格(?!员|长)/u.exec(only)?.[0] ?? null)
}

function aside(table: Table, row: readonly string[], cells: Line['cells']): Skipped['why'] | null {
  const first = row.find((cell) => clean(cell) !== '') ?? ''
  if (isTotal(first) || isTotal(cells.name ?? '')) return 'total'
  if (/^(?:例|示例|样例|举例|范例|填写示例)(?:$|[^\p{Script=Han}]|[一二三四五子如行])/u.test(squeezed(first)))
    return 'example'
  if (
    table.columns.filter(({ index, heading }) => heading && lastWord(heading) === clean(row[index] ?? '')).length >= 3
  )
    return 'headings'
  if (isFormLine(row)) return 'signature'
  if (
    /^(?:注|备注|说明|填表说明|填报说明|提示|要求)(?:$|[:：\d一])|^[*※]/.test(squeezed(first)) &&
    distinct(row).length <= 4
  )
    return 'note'

  const only = oneCell(row)
  if (only && (cells.name === undefined || !/^.{1,15}$/u.test(only))) return 'note'
  if (table.kind === 'needs' && isNoWish(cells.wish ?? '')) return 'no-wish'
  const people = ['name', 'phone', 'wish', 'address', 'unit'].map((key) => cells[key] ?? '')
  const filled = row.filter((cell) => clean(cell) !== '').length
  return people.every(saysNothing) && !(table.kind === 'needs' && cells.grid && filled > 3) ? 'note' : null
}

/** If headings fill several rows, printed pages repeat the lowest. */
const lastWord = (heading: string): string => heading.split(' ').at(-1) ?? heading

function oneCell(row: readonly string[]): string | null {
  const filled = new Set(row.map(clean).filter(Boolean))
  return filled.size === 1 ? ([...filled][0] ?? null) : null
}

/** Columns in which one cell may contain several values, one per line of text. */
const inLines: readonly Key[] = ['phone', 'wish']

/**
 * Columns whose merged cell belongs to its first line only, such as a wish or a sum. In all others a merged cell
 * applies to every line it covers.
 */
const oncePerMerge: readonly Key[] = ['wish', 'quantity', 'measure', 'value', 'unitPrice', 'specification', 'note']

/** Column index → for each line inside a merged cell, the line that contains the text. */
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
    const cell = (inLines.includes(key) ? cleanLines : clean)(
      sheet.rows[merged.get(index)?.get(at) ?? at]?.[index] ?? '',
    )
    if (cell !== '') cells[key] = cells[key] ? `${cells[key]}、${cell}` : cell
  }
  return cells
}
