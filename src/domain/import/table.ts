import { clean } from './cells.ts'
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
  const tops = [...sheet.rows.slice(0, depth).keys()]
  // One row before two: a title above complete headings adds nothing to them.
  const tables = ([1, 2] as const).flatMap((height) => tops.map((top) => tableAt(sheet, kind, top, height)))
  return tables
    .filter((table) => table !== null)
    .reduce<Table | null>((best, table) => (best && weight(best) >= weight(table) ? best : table), null)
}

/** How many different columns were understood: of several tables in a file the one that says most is taken. */
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
  if ([upper, lower].some((row) => new Set(row.map(clean).filter(Boolean)).size < 2)) return null
  if (lower.some((cell) => /\d/.test(bareHeading(cell)))) return null

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

function mergeAt(merges: readonly Merge[], row: number, column: number): Merge | null {
  return (
    merges.find(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right) ??
    null
  )
}
