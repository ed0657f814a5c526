import type { CellPlace, Merge, Sheet } from '#domain/lists/rows.ts'
import type { Emptied } from '#domain/reading/cells.ts'
import { attributeOf, isTrue } from './read-xml.ts'
import { type DateFormat, dateText, isoDateText } from './sheet-dates.ts'
import { newWords, spreadsheetTokens, unescaped, type Words } from './workbook.ts'

/** Tables of the workbook that the cells of every sheet refer to. */
export type Shared = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly (DateFormat | null)[]
  readonly is1904: boolean
}
type ReadSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly why: 'broken' | 'too-big' }

/**
 * A list has a few hundred lines. A cell further out is a stray one, and would turn a small file into a table that
 * fills the memory; so no table is built before the furthest cell is known.
 */
const mostLines = 20_000
export const mostColumns = 200
const mostCells = 500_000
const mostMerges = 5000

type Place = { readonly row: number; readonly column: number }
/** A cell as its tag describes it; `isPlaced` where the tag gives its address. */
type Cell = Place & {
  readonly isPlaced: boolean
  readonly type: string
  readonly style: number
  readonly isRich: boolean
  hasFormula: boolean
}
type Found = { readonly text: string; readonly isDate?: boolean; readonly emptied?: Emptied }
type FoundCell = Place & Found & { readonly isPlaced: boolean }

/** One sheet's XML → its cells as text. Throws `BrokenXml` where the nesting is damaged. */
export function sheetOf(name: string, xml: string, shared: Shared): ReadSheet {
  const cells: FoundCell[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const merges: Merge[] = []
  let row = -1
  let column = -1
  let cell: Cell | null = null
  let words: Words = newWords()
  let value = ''
  let isValue = false

  for (const token of spreadsheetTokens(xml)) {
    if (token.kind === 'text') {
      if (isValue) value += token.text
      else if (cell) words.see(token)
      continue
    }
    const isOpen = token.kind === 'open'
    if (isOpen && token.name === 'row') {
      row = lineOf(attributeOf(token.tag, 'r')) ?? row + 1
      column = -1
      if (Number.isNaN(row)) return { ok: false, why: 'broken' }
      if (isTrue(attributeOf(token.tag, 'hidden')) || attributeOf(token.tag, 'ht') === '0') hiddenRows.add(row)
    } else if (isOpen && token.name === 'c') {
      const address = attributeOf(token.tag, 'r')
      const place = address === null ? { row, column: column + 1 } : placeOf(address)
      if (place === null || place.row < 0) return { ok: false, why: 'broken' }
      row = place.row
      column = place.column
      if (token.isEmpty) continue
      cell = {
        ...place,
        isPlaced: address !== null,
        type: attributeOf(token.tag, 't') ?? 'n',
        style: Number(attributeOf(token.tag, 's') ?? -1),
        isRich: attributeOf(token.tag, 'vm') !== null,
        hasFormula: false,
      }
      words = newWords()
      value = ''
    } else if (token.name === 'c' && cell) {
      const found = words.text === '' ? textOf(cell, value, shared) : { text: unescaped(words.text) }
      if (found.text !== '' || found.emptied) {
        if (cell.row >= mostLines || cell.column >= mostColumns || cells.length >= mostCells)
          return { ok: false, why: 'too-big' }
        cells.push({ row: cell.row, column: cell.column, isPlaced: cell.isPlaced, ...found })
      }
      cell = null
    } else if (cell) {
      if (token.name === 'v') isValue = isOpen && !token.isEmpty
      else if (token.name === 'f') cell.hasFormula = true
      else words.see(token)
    } else if (isOpen && token.name === 'mergeCell') {
      if (merges.length < mostMerges) merges.push(...mergeOf(attributeOf(token.tag, 'ref') ?? ''))
    } else if (isOpen && token.name === 'col' && isHiddenColumn(token.tag)) {
      const [from, to] = ['min', 'max'].map((one) => Number(attributeOf(token.tag, one))) as [number, number]
      for (let at = from; at <= Math.min(to, mostColumns); at += 1) hiddenColumns.add(at - 1)
    }
  }

  const height = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0)
  const within = clipped(merges, height)
  if (within === null) return { ok: false, why: 'broken' }
  const hidden = new Set([...hiddenRows].filter((at) => at < height))
  return {
    ok: true,
    sheet: { name, ...laidOut(cells, height, within), merges: within, hiddenRows: hidden, hiddenColumns },
  }
}

function laidOut(cells: readonly FoundCell[], height: number, merges: readonly Merge[]) {
  const lines: string[][] = Array.from({ length: height }, () => [])
  const dates = new Set<CellPlace>()
  const emptied = new Map<CellPlace, Emptied>()
  for (const { row, column, text, isDate, emptied: why } of cells.every(({ isPlaced }) => isPlaced)
    ? cells
    : stepped(cells, merges)) {
    const line = lines[row] ?? []
    while (line.length < column) line.push('')
    line[column] = text
    if (isDate) dates.add(`${row}:${column}`)
    if (why) emptied.set(`${row}:${column}`, why)
  }
  return { rows: lines, dates, emptied }
}

/**
 * Cells without an address follow one another, and many writers leave out the cells covered by a merge: a text that
 * would fall on a covered cell belongs to the next free column.
 */
function stepped(cells: readonly FoundCell[], merges: readonly Merge[]): readonly FoundCell[] {
  let line = -1
  let shift = 0
  let covering: readonly Merge[] = []
  return cells.map((cell) => {
    if (cell.row !== line) {
      line = cell.row
      shift = 0
      covering = merges.filter(({ top, bottom }) => top <= line && line <= bottom)
    }
    if (cell.isPlaced) return cell
    while (isCovered(covering, cell.row, cell.column + shift)) shift += 1
    return { ...cell, column: cell.column + shift }
  })
}

function isCovered(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right && !(row === top && column === left),
  )
}

/** `raw` is the text of the cell's value in the file. */
function textOf({ type, style, hasFormula, isRich }: Cell, raw: string, shared: Shared): Found {
  if (type === 'e') return { text: '', emptied: isRich ? 'picture' : 'error' }
  if (type === 's') return { text: raw.trim() === '' ? '' : (shared.strings[Number(raw)] ?? '') }
  if (type === 'str') return { text: unescaped(raw) }
  // A formula that was never calculated: a program that opens the file shows a value, but the file has none.
  if (raw.trim() === '') return hasFormula ? { text: '', emptied: 'formula' } : { text: '' }
  if (type === 'b') return { text: isTrue(raw.trim()) ? 'TRUE' : 'FALSE' }
  if (type === 'd') {
    const day = isoDateText(raw)
    return day ? { text: day, isDate: true } : { text: raw }
  }

  const number = Number(raw)
  if (Number.isNaN(number)) return { text: raw }
  const format = shared.dateStyles[style] ?? null
  const day = format && dateText(number, format, shared.is1904)
  // Rounded to the 15 digits that Excel itself uses, to remove errors of binary fractions.
  return day ? { text: day, isDate: true } : { text: String(Number(number.toPrecision(15))) }
}

/** The zero-based row of a line number in the file; NaN where it is not one. */
function lineOf(r: string | null): number | null {
  if (r === null) return null
  return /^[1-9]\d{0,6}$/.test(r.trim()) ? Number(r) - 1 : Number.NaN
}

function placeOf(address: string): Place | null {
  const found = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address.trim())
  return found && { row: Number(found[2]) - 1, column: columnOf(found[1] ?? '') }
}

function mergeOf(ref: string): readonly Merge[] {
  const [from, to] = ref.split(':').map(placeOf)
  if (!from || !to || from.row > to.row || from.column > to.column) return []
  return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }]
}

/**
 * Merges cut to the existing lines: one down to the end of the sheet would otherwise be followed for a million lines.
 * Null where they cover more cells than there are, which means that some overlap.
 */
function clipped(merges: readonly Merge[], height: number): readonly Merge[] | null {
  const within = merges
    .filter(({ top, left }) => top < height && left < mostColumns)
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, height - 1),
      right: Math.min(merge.right, mostColumns - 1),
    }))
  const covered = within.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0)
  return covered > height * mostColumns ? null : within
}

function isHiddenColumn(tag: string): boolean {
  return isTrue(attributeOf(tag, 'hidden')) || attributeOf(tag, 'width') === '0'
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
