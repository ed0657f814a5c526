import Papa from 'papaparse'
import type { Community } from '#db/community/area-rows.ts'
import { wallOf } from '#domain/time/zone.ts'
import type { Page as SheetPage } from '#files/write-xlsx.ts'
import type { C } from '#http/context.ts'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'

export const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type FileKind = keyof typeof types
export const isFileKind = (kind: string): kind is FileKind => Object.hasOwn(types, kind)

/** What a file says about itself: place, month, last event, and when it was made. */
export type About = {
  /** A community, or an area above it; `isArea` if it has no pages of its own. */
  readonly community: Pick<Community, 'slug' | 'name' | 'zone'>
  readonly isArea?: boolean
  readonly month: string
  readonly lastEvent: number
  readonly madeAt: Date
  /** Further lines, such as when the month was signed. */
  readonly more?: readonly (readonly [string, Said])[]
}

type Said = string | number | Date

function linesOf(
  c: C,
  { community, isArea = false, month, lastEvent, madeAt, more = [] }: About,
): readonly (readonly [string, Said])[] {
  const { ledger, areas } = c.get('text')
  return [
    [isArea ? areas.part : ledger.community, community.name],
    [ledger.monthOf, month],
    [ledger.lastEvent, lastEvent],
    [ledger.madeAt, madeAt],
    [ledger.zone, community.zone],
    [ledger.definitions, `${c.get('services').config.publicUrl}${isArea ? '' : `/c/${community.slug}`}/rules`],
    ...more,
  ]
}

// Excel in Chinese also takes full-width signs for the start of a formula; papaparse's own rule misses cells with a
// line break.
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * What a CSV file says about itself, in its own columns at the end of each row. It remains one table that can be
 * sorted, filtered and put below another month's, and no reader has to skip extra lines.
 */
export function madeCells(c: C, { community, month, lastEvent, madeAt, more = [] }: About) {
  const { ledger } = c.get('text')
  const said = (value: Said) => (value instanceof Date ? exact(value, community.zone) : value)
  return {
    heads: [ledger.monthOf, ledger.lastEvent, ledger.madeAt, ...more.map(([head]) => head)],
    cells: [month, lastEvent, exact(madeAt, community.zone), ...more.map(([, value]) => said(value))],
  }
}

/** With the BOM, without which Excel misreads Chinese. */
export const csvOf = (rows: readonly CsvRow[]): string => `\ufeff${csvLines(rows)}`

/** The same without the BOM, for the rows that follow. */
export const csvLines = (rows: readonly CsvRow[]): string =>
  rows.length ? `${Papa.unparse(rows as unknown[][], { newline: '\r\n', escapeFormulae: formula })}\r\n` : ''
type CsvRow = readonly (string | number | null)[]

/**
 * ledger-hongqi-2026-10-r477-20261107-1200.csv: month, last event and local time, also for files without cells that say
 * so.
 */
export function fileName(what: string, { community, month, lastEvent, madeAt }: About, kind: FileKind): string {
  const slug = community.slug.replace(/[^a-z0-9-]/gi, '') || 'community'
  const stamp = exact(madeAt, community.zone).replace(/[-:]/g, '').replace(' ', '-')
  return `${what}-${slug}-${month}-r${lastEvent}-${stamp}.${kind}`
}

/** The second page of a workbook, which says what it contains; one for reading has month and time zone in words. */
export function aboutPage(c: C, about: About, isForReading = false): SheetPage {
  const { ledger } = c.get('text')
  const inWords: Readonly<Record<string, string>> = isForReading
    ? { [about.month]: monthName(about.month, c.get('text')), 'Asia/Shanghai': ledger.beijingTime }
    : {}
  const [what, content] = ledger.aboutHead
  const cell = (said: Said) =>
    typeof said === 'number'
      ? { kind: 'number' as const, number: said }
      : said instanceof Date
        ? { kind: 'time' as const, wall: wallOf(said, about.community.zone) }
        : { kind: 'text' as const, text: inWords[said] ?? said }
  return {
    name: ledger.aboutSheet,
    columns: [
      { head: what, width: 28 },
      { head: content, width: 48 },
    ],
    rows: linesOf(c, about).map(([name, said]) => [{ kind: 'text' as const, text: name }, cell(said)]),
  }
}
