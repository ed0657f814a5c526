import { clean } from '#domain/reading/cells.ts'
import type { Item } from '#domain/reading/items.ts'
import { areHardships, areKinds, lookLikeWishes } from './column-values.ts'
import { distinct, isFormCell, isFormLine } from './form-lines.ts'
import {
  assignable,
  bareHeading,
  isAboutWishes,
  type Key,
  type ListKind,
  type Meaning,
  meaningOf,
  type Rank,
  type UntakenReason,
  type UnusedReason,
} from './headings.ts'
import { type Answers, type Doubtful, headingKey, type Question } from './questions.ts'
import type { Merge, Sheet } from './rows.ts'

type Column = {
  readonly index: number
  readonly key: Key
  readonly heading: string
  /** The user chose this meaning, now or for an earlier list. */
  readonly isChosen: boolean
}
export type Unused = { readonly heading: string; readonly why: UnusedReason }
export type Untaken = { readonly heading: string; readonly why: UntakenReason }
export type Table = {
  readonly kind: ListKind
  readonly sheet: Sheet
  /** The first row below the headings, counted from 0. */
  readonly first: number
  readonly columns: readonly Column[]
  readonly unused: readonly Unused[]
  readonly untaken: readonly Untaken[]
  /** The lines above the headings, without a form's own text. */
  readonly titles: readonly string[]
  /** All headings in their order, to remember what kind of list this is. */
  readonly headings: readonly string[]
  /** What the user has to answer before anything of the list is read. */
  readonly doubtful: readonly Doubtful[]
}

const depth = 40

/** The table of a sheet that reads best as a list of that kind: its headings fill one row, or up to three. */
export function findTable(sheet: Sheet, kind: ListKind, answers: Answers, items: readonly Item[]): Table | null {
  const tops = [...sheet.rows.slice(0, depth).keys()]
  // Fewer heading rows come first: a title above complete headings adds nothing to them.
  const tables = ([1, 2, 3] as const).flatMap((height) =>
    tops.map((top) => tableAt(sheet, kind, top, height, answers, items)),
  )
  return tables
    .filter((table) => table !== null)
    .reduce<Table | null>((best, table) => (best && worth(best) >= worth(table) ? best : table), null)
}

/** How many different columns were understood. Of several tables in a file, the one with most is used. */
export function weight(table: Table): number {
  return new Set(table.columns.map((column) => column.key)).size
}

/** A table without all required columns always ranks below a complete one. */
const worth = (table: Table): number =>
  weight(table) - (table.doubtful.some(({ code }) => code === 'missing') ? 100 : 0)

/** The unclear columns of a list, for the user to say what each means. */
export function questionOf(table: Table, doubtful: readonly Doubtful[]): Question {
  const asked = doubtful.flatMap((one) =>
    one.code === 'several' ? one.headings : 'heading' in one ? [one.heading] : [],
  )
  return {
    sheet: table.sheet.name,
    line: table.first,
    kind: table.kind,
    doubtful,
    columns: table.headings.map((heading) => {
      const key = table.columns.find((column) => column.heading === heading)?.key
      const isAssignable = key && (assignable[table.kind] as readonly Key[]).includes(key)
      const isAsked = asked.includes(heading)
      return { heading, guess: isAsked ? '' : isAssignable ? key : 'none', isAsked }
    }),
  }
}

type Read = {
  readonly index: number
  readonly heading: string
  /** The heading in the row above, shared by columns that belong together. */
  readonly over: string
  readonly means: Meaning
  readonly isChosen: boolean
}
type Fit = Read & { readonly key: Key; readonly rank: Rank }

function tableAt(
  sheet: Sheet,
  kind: ListKind,
  top: number,
  height: 1 | 2 | 3,
  answers: Answers,
  items: readonly Item[],
): Table | null {
  const stacks = stacked(sheet, top, height)
  if (stacks === null) return null

  const first = top + height
  const valuesOf = (index: number) => valuesUnder(sheet, first, index)
  const read = stacks.map((stack, index): Read => {
    const heading = stack.filter(Boolean).join(' ')
    const said = saidOf(heading, kind, answers)
    const over = stack.length > 1 ? (stack[0] ?? '') : ''
    if (said) {
      const means: Meaning =
        said === 'none' ? { is: 'unused', why: 'chosen' } : { is: 'column', key: said, rank: 'exact' }
      return { index, heading, over, means, isChosen: true }
    }
    return { index, heading, over, means: byValues(meaning(stack, kind), valuesOf(index)), isChosen: false }
  })
  const fits = read.flatMap((one): readonly Fit[] =>
    one.means.is === 'column' ? [{ ...one, key: one.means.key, rank: one.means.rank }] : [],
  )
  if (!mayBeHeadings(sheet, first, read, fits)) return null

  const settled = settle(fits, valuesOf, items)
  const keys = new Set(settled.columns.map(({ key }) => key))
  const missing = missingIn(keys, kind)
  const eithers = read.flatMap(({ heading, means }): readonly Doubtful[] =>
    means.is === 'either' && means.keys.some((key) => !keys.has(key))
      ? [{ code: 'either', heading, keys: means.keys }]
      : [],
  )
  const doubtful: readonly Doubtful[] = [
    ...missing.map((key) => ({ code: 'missing' as const, key })),
    ...settled.doubtful,
    ...eithers,
  ]
  return {
    kind,
    sheet,
    first,
    columns: settled.columns.map(({ index, key, heading, isChosen }) => ({ index, key, heading, isChosen })),
    unused: [
      ...read.flatMap(({ heading, means }): readonly Unused[] => {
        if (!heading) return []
        if (means.is === 'unused') return [{ heading, why: means.why }]
        if (means.is === 'either') return [{ heading, why: 'second' }]
        return means.is === 'unknown' || means.is === 'kind' ? [{ heading, why: 'unknown' }] : []
      }),
      ...settled.left.map(({ heading, key, rank }) => ({
        heading,
        why: key === 'name' && rank === 'spare' ? ('householder' as const) : ('second' as const),
      })),
    ],
    untaken: [
      ...read.flatMap(({ heading, means }) => (means.is === 'untaken' ? [{ heading, why: means.why }] : [])),
      ...settled.columns.flatMap(({ heading, key }) =>
        key === 'note' ? [{ heading, why: 'free-note' as const }] : [],
      ),
    ],
    titles: sheet.rows.slice(0, top).flatMap((row) => distinct(row).filter((cell) => !isFormCell(cell))),
    headings: [...new Set(read.map(({ heading }) => heading).filter(Boolean))],
    doubtful,
  }
}

/** 类别 is decided by the values below it, and so is a column of items whose heading only says "kind". */
function byValues(means: Meaning, values: readonly string[]): Meaning {
  if (means.is !== 'kind') return means
  if (areKinds(values)) return { is: 'unused', why: 'category' }
  return areHardships(values) ? { is: 'untaken', why: 'hardship' } : { is: 'unused', why: 'unknown' }
}

/** Headings need rows below them, and contain no personal data themselves. */
function mayBeHeadings(sheet: Sheet, first: number, read: readonly Read[], fits: readonly Fit[]): boolean {
  const understood = read.filter(({ means }) => means.is !== 'unknown' && means.is !== 'serial').length
  if (understood < 2 || fits.length === 0) return false
  // In a row about a person, a cell may look like a heading (服务, 低保), but never two thirds of the cells.
  const filled = read.filter(({ heading }) => heading !== '').length
  const isKnown = fits.some(({ rank, key }) => rank === 'exact' && ['name', 'phone', 'wish', 'address'].includes(key))
  return isKnown || (understood * 3 >= filled * 2 && first < sheet.rows.length)
}

/**
 * The required columns that are missing. A needs list needs a person and a wish, a roll a person and a phone number to
 * sign in with.
 */
function missingIn(keys: ReadonlySet<Key>, kind: ListKind): readonly Key[] {
  const needed: readonly Key[] = kind === 'needs' ? ['name', 'wish'] : ['name', 'phone']
  return needed.filter((key) => !keys.has(key))
}

/** The user's answer for this heading: `none`, or a meaning that a column of such a list can have. */
function saidOf(heading: string, kind: ListKind, answers: Answers): Key | 'none' | null {
  const said = heading === '' ? undefined : answers.columns[kind][headingKey(heading)]
  return said && (said === 'none' || (assignable[kind] as readonly Key[]).includes(said)) ? said : null
}

type Settled = {
  readonly columns: readonly Fit[]
  readonly left: readonly Fit[]
  readonly doubtful: readonly Doubtful[]
}

/**
 * Chooses one column for each meaning: first the user's answer, then an exact heading, then one that contains the word,
 * then a substitute. If two fit equally well the user is asked; the first one is never simply used.
 */
function settle(fits: readonly Fit[], valuesOf: (index: number) => readonly string[], items: readonly Item[]): Settled {
  const keys = [...new Set(fits.map(({ key }) => key))]
  const parts = keys.map((key): Settled => {
    const all = fits.filter((fit) => fit.key === key)
    if (key === 'note') return { columns: all, left: [], doubtful: [] }
    const best = bestOf(all)
    const left = all.filter((fit) => !best.includes(fit))
    if (key === 'phone') return { columns: best, left, doubtful: phoneDoubts(best, fits) }
    if (key === 'worker') return { columns: best.slice(0, 1), left: [...left, ...best.slice(1)], doubtful: [] }

    const chosen = key === 'wish' ? asWishes(best, valuesOf, items) : best
    const rest = [...left, ...best.filter((fit) => !chosen.includes(fit))]
    const [only] = chosen
    if (only && chosen.length > 1 && !(key === 'wish' && belongTogether(chosen))) {
      const headings = chosen.map(({ heading }) => heading)
      return { columns: [only], left: rest, doubtful: [{ code: 'several', key, headings }] }
    }
    const isOdd = key === 'wish' && only && !only.isChosen && areKinds(valuesOf(only.index))
    const doubtful: Doubtful[] = isOdd ? [{ code: 'odd-values', heading: only.heading, key }] : []
    return { columns: chosen, left: rest, doubtful }
  })
  return {
    columns: parts.flatMap(({ columns }) => columns).toSorted((one, other) => one.index - other.index),
    left: parts.flatMap(({ left }) => left),
    doubtful: parts.flatMap(({ doubtful }) => doubtful),
  }
}

function bestOf(fits: readonly Fit[]): readonly Fit[] {
  const said = fits.filter(({ isChosen }) => isChosen)
  if (said.length > 0) return said
  for (const rank of ['exact', 'near', 'spare'] as const) {
    const those = fits.filter((fit) => fit.rank === rank)
    if (those.length > 0) return those
  }
  return []
}

/**
 * Asks about a phone column whose heading does not say whose number it is, or says the householder's where the wish is
 * another person's.
 */
function phoneDoubts(best: readonly Fit[], fits: readonly Fit[]): readonly Doubtful[] {
  const isHouseholders = bestOf(fits.filter(({ key }) => key === 'name')).every(({ heading }) => /户主/.test(heading))
  return best.flatMap(({ rank, heading }): readonly Doubtful[] =>
    rank === 'spare' && !(isHouseholders && /户主/.test(heading)) ? [{ code: 'whose-phone', heading }] : [],
  )
}

/** Of several columns that may contain the wish, those whose values are not just kinds and marks. */
function asWishes(
  best: readonly Fit[],
  valuesOf: (index: number) => readonly string[],
  items: readonly Item[],
): readonly Fit[] {
  if (best.length < 2) return best
  const worded = best.filter(({ index }) => !areKinds(valuesOf(index)))
  const named = worded.filter(({ index }) => lookLikeWishes(valuesOf(index), items))
  return worded.length === 0 ? best : named.length === 1 && worded.length === 1 ? named : worded
}

/** 物资 and 服务 under a common 需求信息: both columns contain wishes. */
const belongTogether = (fits: readonly Fit[]): boolean =>
  fits.every(({ over }) => over !== '' && over === fits[0]?.over) &&
  new Set(fits.map(({ heading }) => heading)).size > 1

function valuesUnder(sheet: Sheet, first: number, index: number): readonly string[] {
  return sheet.rows
    .slice(first, first + 200)
    .filter((row) => distinct(row).length > 1 && !isFormLine(row))
    .map((row) => clean(row[index] ?? ''))
    .filter(Boolean)
}

/**
 * Combines up to three rows into one heading row. A word applies to all columns it is merged over or, in a file without
 * merges, to the blank cells to its right.
 */
function stacked(sheet: Sheet, top: number, height: number): readonly (readonly string[])[] | null {
  const rows = Array.from({ length: height }, (_, at) => sheet.rows[top + at] ?? [])
  if (rows.some((row) => !mayHead(row))) return null
  // The first line about a person contains digits; headings contain digits only in brackets.
  if (rows.slice(1).some((row) => row.some((cell) => /\d/.test(bareHeading(cell))))) return null
  if (height > 1 && rows.some((row) => distinct(row).length < 2)) return null

  const width = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row, at) => (at === height - 1 ? clean(row[column] ?? '') : wordOver(sheet, top, rows, at, column))),
  )
  return columns.map((words) => words.filter((word, at) => word !== '' && words.indexOf(word) === at)).map(padded)
}

const padded = (words: readonly string[]): readonly string[] => (words.length === 0 ? [''] : words)

/** Neither filled-in form fields nor one long sentence are headings. */
function mayHead(row: readonly string[]): boolean {
  const cells = distinct(row)
  return !isFormLine(row) && cells.length > 0
}

function wordOver(sheet: Sheet, top: number, rows: readonly (readonly string[])[], at: number, column: number): string {
  const row = rows[at] ?? []
  const merge = mergeAt(sheet.merges ?? [], top + at, column)
  if (merge) return merge.top < top + at ? '' : clean(row[merge.left] ?? '')
  const own = clean(row[column] ?? '')
  const isHeaded = rows.slice(at + 1).some((lower) => clean(lower[column] ?? '') !== '')
  if (own || !isHeaded || sheet.merges?.length) return own
  return clean(row.slice(0, column).findLast((cell) => clean(cell)) ?? '')
}

/**
 * Looks first at the lowest word of a heading, then at that word with those above it, then at each word above. Under
 * 联系电话 only the combination says whose number it is: 本人 is the person's own, 家属 is not stored.
 */
function meaning(stack: readonly string[], kind: ListKind): Meaning {
  const [lowest = '', ...above] = stack.toReversed()
  if (above.length === 0) return isFormCell(lowest) ? { is: 'unknown' } : meaningOf(lowest, kind)
  const joined = above.map(
    (_, at) =>
      above
        .slice(0, at + 1)
        .toReversed()
        .join('') + lowest,
  )
  if (above.some(isPhone) && !isPhone(lowest)) return meaningOf(joined.at(-1) ?? '', kind)
  const tried = [lowest, ...joined, ...above].map((word, at) => weakened(meaningOf(word, kind), at))
  return (
    tried.find((means) => means.is === 'untaken') ??
    tried.find((means) => means.is !== 'unknown' && means.is !== 'serial') ?? { is: 'unknown' }
  )
}

const isPhone = (word: string): boolean => /电话|手机|联系方式/.test(word)

/** A meaning found only in the words above counts less than one found in the heading itself. */
const weakened = (means: Meaning, at: number): Meaning =>
  at > 0 && means.is === 'column' && means.rank === 'exact' ? { ...means, rank: 'near' } : means

function mergeAt(merges: readonly Merge[], row: number, column: number): Merge | null {
  return (
    merges.find(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right) ??
    null
  )
}

/** Whether the headings mention wishes, so that the list cannot be a roll. */
export const speaksOfWishes = ({ headings }: Table): boolean => headings.some(isAboutWishes)
