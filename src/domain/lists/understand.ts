import { clean } from '#domain/reading/cells.ts'
import { cutMark, withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import { withoutPrivateAsides, withPrivateWordsMarked } from '#domain/reading/private-words.ts'
import { lookLikeWishes } from './column-values.ts'
import type { Key, ListKind } from './headings.ts'
import { type Line, linesOf, type Skipped } from './lines.ts'
import { monthIn } from './list-months.ts'
import { findTable, questionOf, speaksOfWishes, type Table, type Untaken, type Unused, weight } from './list-table.ts'
import { type NeedCells, readNeed, withDittos } from './needs.ts'
import type { Doubt, Problem } from './problems.ts'
import { type Answers, kindSaid, noAnswers, type Question } from './questions.ts'
import { markRepeatedVolunteers, markRepeats } from './repeats.ts'
import { type RollCells, readVolunteer } from './roll.ts'
import type { Known, NeedRow, RollRow, Sheet } from './rows.ts'

/** Why a sheet was left out: it is for another month, is the other kind of list, is hidden, or is not a list. */
export type SheetLeft = {
  readonly name: string
  readonly why: 'other-month' | 'other-kind' | 'hidden' | 'no-list' | 'unclear'
}
type Heading = { readonly heading: string; readonly key: Key; readonly isChosen: boolean }
export type Understanding = Read<'needs', NeedRow> | Read<'roll', RollRow> | Asked | NotUnderstood

/** How the file was read. The page shows this above the rows, so that users notice what was left out or assumed. */
export type About = {
  readonly sheets: readonly string[]
  readonly left: readonly SheetLeft[]
  readonly headings: readonly Heading[]
  readonly unused: readonly Unused[]
  readonly notTaken: readonly Untaken[]
  readonly skipped: readonly Skipped[]
  /** Lines that are hidden or filtered in the file; left out until the user chooses them. */
  readonly hidden: readonly number[]
  /** In how many cells the number of an identity or bank card was removed. */
  readonly numbersCut: number
}

type Read<K extends ListKind, R> = About & {
  readonly ok: true
  readonly kind: K
  /** YYYY-MM from the title, the sheet's name or the file's name; null for rolls. */
  readonly period: string | null
  /** All headings of the first table in their order, to remember what kind of list it is. */
  readonly list: readonly string[]
  readonly rows: readonly R[]
}
type Asked = { readonly ok: false; readonly why: 'asks'; readonly question: Question }
export type NotUnderstood =
  | { readonly ok: false; readonly why: 'empty' | 'no-rows' }
  /** `seen` is the line that looks most like headings, so that the refusal can quote it. */
  | { readonly ok: false; readonly why: 'no-header'; readonly seen: readonly string[] }

/**
 * Reads a file's sheets as a needs list or a roll of volunteers, row by row, with all doubts and errors; or gives the
 * question that has to be answered first. Never throws. The numbers of identity and bank cards are removed before
 * anything else is read.
 */
export function understand(sheets: readonly Sheet[], known: Known, answers: Answers = noAnswers): Understanding {
  const all = sheets.map(withoutNumbers)
  const cut = all.filter(({ sheet }) => sheet.rows.some((row) => row.some((cell) => clean(cell) !== '')))
  if (cut.length === 0) return { ok: false, why: 'empty' }

  const candidates = cut.flatMap(({ sheet }): readonly Candidate[] => {
    const found = candidateOf(sheet, known, answers)
    return found ? [found] : []
  })
  const best = candidates.reduce<Candidate | null>(
    (one, other) => (one && worthOf(one) >= worthOf(other) ? one : other),
    null,
  )
  if (best === null) return { ok: false, why: 'no-header', seen: seenIn(cut.map(({ sheet }) => sheet)) }
  if (best.isAsked) return asks(best)

  const { kind } = best.table
  const ofKind = candidates.filter(({ table }) => table.kind === kind)
  const current = latest(ofKind, known)
  const unclear = current.find((one) => one.isAsked && linesOf(one.table).lines.length > 0)
  if (unclear) return asks(unclear)

  const tables = current.filter(({ isAsked }) => !isAsked).map(({ table }) => table)
  const lines = tables.map((table) => linesOf(table))
  const shared = {
    sheets: tables.map(({ sheet }) => sheet.name),
    left: leftSheets(
      all.map(({ sheet }) => sheet),
      candidates,
      tables,
      kind,
    ),
    headings: unique(
      tables
        .flatMap(({ columns }) => columns.filter(({ key }) => key !== 'note'))
        .map(({ heading, key, isChosen }) => ({ heading, key, isChosen })),
    ),
    unused: unique(tables.flatMap(({ unused }) => unused)),
    notTaken: unique(tables.flatMap(({ untaken }) => untaken)),
    skipped: lines.flatMap(({ skipped }) => skipped),
    list: tables[0]?.headings ?? [],
    numbersCut: cut
      .filter(({ sheet }) => tables.some((table) => table.sheet === sheet))
      .reduce((sum, { cells }) => sum + cells, 0),
  }
  if (kind === 'roll') {
    const rows = markRepeatedVolunteers(tables.flatMap(volunteersOf))
    return rows.length === 0
      ? { ok: false, why: 'no-rows' }
      : { ok: true, kind: 'roll', period: null, ...shared, hidden: hiddenIn(rows), rows }
  }
  const period = periodOf(tables, known)
  const rows = markRepeats(tables.flatMap((table) => needsOf(table, known, period)))
  return rows.length === 0
    ? { ok: false, why: 'no-rows' }
    : { ok: true, kind: 'needs', period, ...shared, hidden: hiddenIn(rows), rows }
}

type Candidate = { readonly table: Table; readonly isAsked: boolean; readonly isKindAsked: boolean }

const asks = ({ table, isKindAsked }: Candidate): Asked => ({
  ok: false,
  why: 'asks',
  question: questionOf(table, [...(isKindAsked ? [{ code: 'kind' as const }] : []), ...table.doubtful]),
})

/** A table that can be read ranks above one with a question; then the number of understood columns decides. */
const worthOf = ({ table, isAsked }: Candidate): number => weight(table) + (isAsked ? 0 : 100)

/** The best table of a sheet, and whether it can be read without a question. */
function candidateOf(sheet: Sheet, known: Known, answers: Answers): Candidate | null {
  const [needs, roll] = [
    findTable(sheet, 'needs', answers, known.items),
    findTable(sheet, 'roll', answers, known.items),
  ]
  const said = [needs, roll].flatMap((table) => (table ? [kindSaid(table, answers)] : [])).find((kind) => kind !== null)
  if (said) {
    const table = said === 'needs' ? needs : roll
    return table && { table, isAsked: table.doubtful.length > 0, isKindAsked: false }
  }
  if (!needs || !roll) {
    const table = needs ?? roll
    return table && candidate(table, false)
  }
  const isNeeds = !lacks(needs)
  const isRoll = !lacks(roll) && isWork(roll)
  // A list that mentions wishes cannot be a roll. If its wish column is not found, the user is asked for it.
  if (speaksOfWishes(needs)) return candidate(needs, !isNeeds && isRoll)
  if (isNeeds && isRoll)
    return candidate(saysRoll(roll, known) ? roll : needs, saysRoll(roll, known) === saysNeeds(needs, known))
  if (isNeeds) return candidate(needs, false)
  if (!isRoll) return lacks(roll) ? candidate(needs, false) : candidate(needs, true)
  return candidate(roll, saysNeeds(roll, known) || holdsWishes(roll, known))
}

const candidate = (table: Table, isKindAsked: boolean): Candidate => ({
  table,
  isAsked: isKindAsked || table.doubtful.length > 0,
  isKindAsked,
})

const lacks = ({ doubtful }: Table): boolean => doubtful.some(({ code }) => code === 'missing')

/**
 * A name and a number do not make a list a roll of volunteers: it also needs a unit, a branch, strengths or free times.
 */
const isWork = ({ columns }: Table): boolean =>
  columns.some(({ key }) => ['unit', 'branch', 'strengths', 'freeTimes', 'reportedIn'].includes(key))

const nameOf = ({ titles, sheet }: Table, { fileName }: Known): string => [...titles, sheet.name, fileName].join(' ')
const saysRoll = (table: Table, known: Known): boolean =>
  /花名册|志愿者|志愿服务|双报到|在职党员|党员名册/.test(nameOf(table, known))
const saysNeeds = (table: Table, known: Known): boolean =>
  /心愿|需求|愿望|诉求|困难群众|求助|慰问/.test(nameOf(table, known)) && !saysRoll(table, known)

/** Whether a column that was not understood contains items of the catalogue. */
function holdsWishes({ sheet, first, columns, unused }: Table, { items }: Known): boolean {
  const read = columns.map(({ index }) => index)
  const others = (sheet.rows[first - 1] ?? []).flatMap((cell, index) =>
    read.includes(index) || !unused.some(({ heading, why }) => why === 'unknown' && heading.endsWith(clean(cell)))
      ? []
      : [index],
  )
  return others.some((index) =>
    lookLikeWishes(
      sheet.rows.slice(first).map((row) => clean(row[index] ?? '')),
      items,
    ),
  )
}

/** Of the first ten rows the one with most words: what a person would take for the headings. */
function seenIn(sheets: readonly Sheet[]): readonly string[] {
  const rows = sheets.flatMap(({ rows }) => rows.slice(0, 10))
  const worded = rows.map((row) =>
    row.map(clean).filter((cell) => cell !== '' && cell.length <= 12 && !/\d{4}/.test(cell)),
  )
  return worded.reduce((best, row) => (row.length > best.length ? row : best), []).slice(0, 12)
}

function leftSheets(
  sheets: readonly Sheet[],
  candidates: readonly Candidate[],
  tables: readonly Table[],
  kind: ListKind,
): readonly SheetLeft[] {
  return sheets.flatMap((sheet): readonly SheetLeft[] => {
    const { name } = sheet
    if (tables.some((table) => table.sheet.name === name)) return []
    const found = candidates.find(({ table }) => table.sheet.name === name)
    if (!found) return [{ name, why: 'no-list' }]
    return [{ name, why: found.table.kind !== kind ? 'other-kind' : found.isAsked ? 'unclear' : 'other-month' }]
  })
}

function needsOf(table: Table, known: Known, period: string | null): readonly NeedRow[] {
  const { lines } = linesOf(table)
  const named = lines.filter(({ cells }) => cells.grid).length
  // A CSV file made from merged cells names a grid once. If most lines name a grid, a blank cell is a gap.
  const carries = named * 2 <= lines.length
  // If the sheet names no month but another one does, its rows are taken for that month, and the page says so.
  const isAssumed =
    period !== null && monthOf(table, known.today) === null && monthIn(known.fileName ?? '', known.today) === null
  let grid = ''
  let above: NeedCells = {}
  return lines.flatMap((line) => {
    const own = withDittos(withoutAsides(line.cells), above)
    grid = own.grid || (carries && line.section === '' ? grid : '')
    const cells: NeedCells = { ...own, grid: grid || line.section }
    above = cells
    const rows = readNeed(cells, placeOf(table, line), known)
    return rows.map((row) => ({
      ...row,
      errors: row.errors.map(withWrittenMarked),
      doubts: [
        ...row.doubts.map(withWrittenMarked),
        ...numberDoubt(line),
        ...(isAssumed ? [{ code: 'month-assumed' as const, period: period ?? '' }] : []),
        ...emptiedDoubts(table, line),
        ...hiddenDoubt(table, line),
      ],
    }))
  })
}

function volunteersOf(table: Table): readonly RollRow[] {
  return linesOf(table).lines.map((line) => {
    const row = readVolunteer(withoutAsides(line.cells) as RollCells, placeOf(table, line))
    return {
      ...row,
      errors: row.errors.map(withWrittenMarked),
      doubts: [
        ...row.doubts.map(withWrittenMarked),
        ...(row.unit && table.columns.some(holdsPost) ? [{ code: 'unit-and-post' as const, written: row.unit }] : []),
        ...numberDoubt(line),
        ...emptiedDoubts(table, line),
        ...hiddenDoubt(table, line),
      ],
    }
  })
}

/**
 * Removes remarks from cells before they are read: 某人（低保）, 3号楼101室（残疾人家庭）. Also removes the label of a number that was
 * cut out.
 */
function withoutAsides(cells: Line['cells']): Line['cells'] {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      const bare = cell.includes(cutMark) ? clean(cell.replace(cutNumber, ' ')) : cell
      return [key, key === 'wish' || key === 'note' ? bare : withoutPrivateAsides(bare)]
    }),
  )
}

const cutNumber = new RegExp(
  `[（(]?(?:本人|老人|他|她)?(?:的)?(?:身份证|证件|银行卡|储蓄卡|社保卡|医保卡|存折|卡|账户|帐户|账|帐|密码|口令|取款)*(?:号码|号|密码)?(?:是|为|[:：，,\\s])*${cutMark}[）)]?`,
  'gu',
)

/** A card number was removed from a cell that is read. In a note or in a column of its own this needs no doubt. */
const numberDoubt = ({ cells }: Line) =>
  Object.entries(cells).some(([key, cell]) => key !== 'note' && cell.includes(cutMark))
    ? [{ code: 'number-cut' as const }]
    : []

/** Text that could not be read is quoted to the user, so private words in it are marked as well. */
function withWrittenMarked<F extends Doubt | Problem>(finding: F): F {
  return 'written' in finding && finding.code !== 'bad-name'
    ? { ...finding, written: withPrivateWordsMarked(finding.written) }
    : finding
}

/** 单位及职务: the cell contains a post after the name of the unit. */
const holdsPost = ({ key, heading }: Table['columns'][number]): boolean =>
  key === 'unit' && /职务|职位|岗位/.test(heading)

/** The columns that are read and whose cell in this line is not empty but has no text. */
const emptiedDoubts = ({ sheet, columns }: Table, { line }: Line) =>
  columns.flatMap(({ index, heading }) => {
    const kind = sheet.emptied?.get(`${line - 1}:${index}`)
    return kind ? [{ code: `cell-${kind}` as const, heading }] : []
  })

const hiddenDoubt = ({ sheet }: Table, { line }: Line) =>
  sheet.hiddenRows?.has(line - 1) ? [{ code: 'hidden-row' as const }] : []

const hiddenIn = (rows: readonly (NeedRow | RollRow)[]): readonly number[] => [
  ...new Set(rows.filter(({ doubts }) => doubts.some(({ code }) => code === 'hidden-row')).map(({ line }) => line)),
]

function placeOf(table: Table, { line }: Line) {
  return { sheet: table.sheet.name, line }
}

/**
 * Of a workbook with a sheet for each month, uses the latest month, and the sheets that name none (such as one for each
 * grid).
 */
function latest(candidates: readonly Candidate[], known: Known): readonly Candidate[] {
  const months = candidates.map(({ table }) => monthOf(table, known.today))
  const last = months
    .filter((month) => month !== null)
    .sort()
    .at(-1)
  return last === undefined ? candidates : candidates.filter((_, at) => months[at] === last || months[at] === null)
}

function periodOf(tables: readonly Table[], known: Known): string | null {
  const months = tables.map((table) => monthOf(table, known.today)).filter((month) => month !== null)
  return months[0] ?? monthIn(known.fileName ?? '', known.today)
}

/** The month of the title, never that of the date on which the form was filled in. */
function monthOf(table: Table, today: string): string | null {
  for (const title of table.titles) {
    const month = monthIn(title, today)
    if (month) return month
  }
  return monthIn(table.sheet.name, today)
}

/** The sheet without card numbers, and in how many cells one was removed. */
function withoutNumbers(sheet: Sheet): { readonly sheet: Sheet; readonly cells: number } {
  let cells = 0
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      const { text, found } = withoutPrivateNumbers(cell)
      if (found.length > 0) cells++
      return found.length > 0 ? text : cell
    }),
  )
  return { sheet: { ...sheet, name: withoutPrivateNumbers(sheet.name).text, rows }, cells }
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
