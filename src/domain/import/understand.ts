import { clean, plain } from './cells.ts'
import type { ListKind, UntakenReason } from './headings.ts'
import { type Line, linesOf, type Skipped } from './lines.ts'
import { type NeedCells, readNeed, withDittos } from './needs.ts'
import { markRepeatedVolunteers, markRepeats } from './repeats.ts'
import { type RollCells, readVolunteer } from './roll.ts'
import type { Known, NeedRow, RollRow, Sheet } from './rows.ts'
import { findTable, type Key, type Table, weight } from './table.ts'

export type Understanding = Read<'needs', NeedRow> | Read<'roll', RollRow> | NotUnderstood

type Read<K extends ListKind, R> = {
  readonly ok: true
  readonly kind: K
  /** YYYY-MM from the title, the sheet's or the file's name; rolls have none. */
  readonly period: string | null
  readonly sheets: readonly string[]
  /** Sheets that were not read: other months, the other kind, or no list at all. */
  readonly left: readonly string[]
  readonly headings: readonly { readonly heading: string; readonly key: Key }[]
  readonly notUnderstood: readonly string[]
  /** Columns that the rules do not allow to be kept. */
  readonly notTaken: readonly { readonly heading: string; readonly why: UntakenReason }[]
  readonly skipped: readonly Skipped[]
  readonly rows: readonly R[]
}
export type NotUnderstood = { readonly ok: false; readonly why: 'empty' | 'no-header' | 'no-rows' }

/** A file's sheets → a list of needs or a roll of volunteers, row by row, with every doubt and error. Never throws. */
export function understand(sheets: readonly Sheet[], known: Known): Understanding {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => clean(cell) !== '')))
  if (filled.length === 0) return { ok: false, why: 'empty' }

  const candidates = filled.map(bestTable).filter((table) => table !== null)
  const best = candidates.reduce<Table | null>(
    (one, other) => (one && weight(one) >= weight(other) ? one : other),
    null,
  )
  if (best === null) return { ok: false, why: 'no-header' }

  const tables = latest(
    candidates.filter(({ kind }) => kind === best.kind),
    known,
  )
  const shared = {
    sheets: tables.map(({ sheet }) => sheet.name),
    left: sheets.filter((sheet) => !tables.some((table) => table.sheet === sheet)).map(({ name }) => name),
    headings: unique(tables.flatMap(({ columns }) => columns).map(({ heading, key }) => ({ heading, key }))),
    notUnderstood: unique(tables.flatMap(({ unknown }) => unknown)),
    notTaken: unique(tables.flatMap(({ untaken }) => untaken)),
    skipped: tables.flatMap((table) => linesOf(table).skipped),
  }
  if (best.kind === 'roll') {
    const rows = markRepeatedVolunteers(tables.flatMap(volunteersOf))
    return rows.length === 0 ? noRows : { ok: true, kind: 'roll', period: null, ...shared, rows }
  }
  const rows = markRepeats(tables.flatMap((table) => needsOf(table, known)))
  return rows.length === 0 ? noRows : { ok: true, kind: 'needs', period: periodOf(tables, known), ...shared, rows }
}

function bestTable(sheet: Sheet): Table | null {
  const [needs, roll] = [findTable(sheet, 'needs'), findTable(sheet, 'roll')]
  if (needs && roll) return weight(roll) > weight(needs) ? roll : needs
  return needs ?? roll
}

function needsOf(table: Table, known: Known): readonly NeedRow[] {
  const { lines } = linesOf(table)
  const named = lines.filter(({ cells }) => cells.grid).length
  // A CSV made from merged cells names a grid once; in a list that names it in every line a blank is a gap.
  const carries = named * 2 <= lines.length
  let grid = ''
  let above: NeedCells = {}
  return lines.flatMap((line) => {
    const own = withDittos(line.cells, above)
    grid = own.grid || (carries && line.section === '' ? grid : '')
    const cells: NeedCells = { ...own, grid: grid || line.section }
    above = cells
    return readNeed(cells, placeOf(table, line), known)
  })
}

function volunteersOf(table: Table): readonly RollRow[] {
  return linesOf(table).lines.map((line) => readVolunteer(line.cells as RollCells, placeOf(table, line)))
}

function placeOf(table: Table, { line }: Line) {
  return { sheet: table.sheet.name, line }
}

/** A workbook with a sheet for each month means the latest of them; sheets without a month (one per grid) are all read. */
function latest(tables: readonly Table[], known: Known): readonly Table[] {
  const months = tables.map((table) => monthOf(table, known.today))
  const last = months
    .filter((month) => month !== null)
    .sort()
    .at(-1)
  return last === undefined ? tables : tables.filter((_, at) => months[at] === last)
}

function periodOf(tables: readonly Table[], known: Known): string | null {
  const [table] = tables
  return (table && monthOf(table, known.today)) ?? monthIn(known.fileName ?? '', known.today)
}

function monthOf(table: Table, today: string): string | null {
  return monthIn(table.title, today) ?? monthIn(table.sheet.name, today)
}

/** 2026年11月, 2026-11, 11月 (then of the year in which it is nearest before today or next month). */
export function monthIn(text: string, today: string): string | null {
  const words = plain(text).replace(/\s/g, '')
  const full = /(20\d{2})[年\-./_](\d{1,2})(?!\d)/.exec(words)
  const [year = 0, month = 0] = today.split('-').map(Number)
  const bare = /(?<![\d年])(\d{1,2})月(?:份|$|\D)/.exec(words)
  const at = Number(full?.[2] ?? bare?.[1] ?? 0)
  if (at < 1 || at > 12) return null
  const of = full ? Number(full[1]) : at > month + 1 ? year - 1 : year
  return `${of}-${String(at).padStart(2, '0')}`
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}

const noRows: NotUnderstood = { ok: false, why: 'no-rows' }
