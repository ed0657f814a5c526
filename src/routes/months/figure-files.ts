import type { SignedMonth } from '#db/months/month-rows.ts'
import { isWait, withCorrected } from '#domain/month/month-facts.ts'
import { isoIn } from '#domain/time/zone.ts'
import { writeXlsx } from '#files/write-xlsx.ts'
import { attachment } from '#http/attachment.ts'
import type { C } from '#http/context.ts'
import { type About, aboutPage, csvOf, fileName, isFileKind, madeCells, types } from '#routes/ledger/file-parts.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { type FigureLine, figureLines } from '#views/sheets/figure-lines.ts'
import { correctionCells, correctionList, correctionsPage } from './figure-corrections.ts'
import { type SheetMonth, sheetMonth } from './sheet-month.ts'

/**
 * The month's figures as a file, for people who may read its report; null for others. Its structure is in
 * docs/figures.md.
 */
export async function figuresFile(c: C): Promise<Response | null> {
  const month = await sheetMonth(c)
  if (!month) return null
  const { facts, grids, units, signed } = month
  const names = signed?.names ?? { grids, units }
  const corrected = new Map(corrections(signed))
  const all = withCorrected(facts, signed?.corrections ?? [])
  const lines = () => figureLines({ ...names, facts: all, corrected }, c.get('text'))
  return figuresAs(c, { about: aboutOf(c, month), json: () => jsonOf(month), lines, signed })
}

/** The contents of a file of figures; only the requested format is made. */
type Made = {
  readonly about: About
  readonly json: () => string
  readonly lines: () => readonly FigureLine[]
  /** With its corrections, if it is a signed month of one community. */
  readonly signed: SignedMonth | null
}

/** As CSV, XLSX or JSON, according to the end of the address; null for any other end. */
export async function figuresAs(c: C, { about, json, lines, signed }: Made): Promise<Response | null> {
  const kind = (c.req.param('file') ?? '').split('.')[1] ?? ''
  if (!isFileKind(kind)) return null
  c.header('content-type', types[kind])
  if (kind === 'json') return c.body(json())
  const name = `${about.community.name}-${monthName(about.month, c.get('text'))}-${c.get('text').sheets.file.name}.${kind}`
  c.header('content-disposition', attachment(fileName('figures', about, kind), name))
  return c.body(kind === 'csv' ? csvFile(c, about, lines(), signed) : await xlsxOf(c, about, lines(), signed))
}

/** The last correction of each figure. */
const corrections = (signed: SheetMonth['signed']) =>
  (signed?.corrections ?? []).toSorted((a, b) => a.nth - b.nth).map((one) => [one.figure, one.newValue] as const)

/** Waits are in seconds, for programs. */
const jsonOf = ({ community, period, signed, rulesFrom, facts, lastEvent, madeAt }: SheetMonth): string =>
  JSON.stringify({
    community: { slug: community.slug, name: community.name },
    month: period.month,
    isRunning: period.isRunning,
    zone: community.zone,
    lastEvent,
    madeAt: isoIn(madeAt, community.zone),
    rulesFrom,
    signedAt: signed ? isoIn(signed.signedAt, community.zone) : null,
    figures: facts,
    corrected: Object.fromEntries(corrections(signed)),
    corrections: signed ? correctionList(signed, community.zone) : [],
  })

const headOf = (c: C): readonly string[] => {
  const { file } = c.get('text').sheets
  return [file.figure, file.part, file.count, file.of, file.base, file.rate, file.corrected, file.key, file.changes]
}

const aboutOf = (c: C, { community, period, lastEvent, madeAt, signed, rulesFrom }: SheetMonth): About => {
  const { file } = c.get('text').sheets
  const more = [[file.signed, signed?.signedAt ?? file.none] as const, [file.rules, rulesFrom ?? ''] as const]
  return { community, month: period.month, lastEvent, madeAt, more }
}

const cellsOf = (signed: Made['signed'], { community }: About): ReadonlyMap<string, string> =>
  signed ? correctionCells(signed, community.zone) : new Map()

function csvFile(c: C, about: About, lines: readonly FigureLine[], signed: Made['signed']): string {
  const changes = cellsOf(signed, about)
  const made = madeCells(c, about)
  const rows = lines.map((l) => [
    l.figure,
    l.part,
    l.value,
    l.of,
    l.base,
    l.rate,
    l.corrected,
    l.key,
    changes.get(l.key) ?? '',
    ...made.cells,
  ])
  return csvOf([[...headOf(c), ...made.heads], ...rows])
}

/** For reading: words and numbers only. Programs use the JSON or the CSV, which have the keys. */
function xlsxOf(c: C, about: About, lines: readonly FigureLine[], signed: Made['signed']) {
  const { sheets } = c.get('text')
  const words = (text: string) => (text ? { kind: 'text' as const, text } : null)
  const count = (number: number | null) => (number === null ? null : { kind: 'number' as const, number })
  const cells = cellsOf(signed, about)
  const rows = lines.map((l) => [
    words(l.figure),
    words(l.part),
    count(l.value),
    words(isWait(l.key) ? sheets.file.hours : sheets.file.pieces),
    l.rate === null ? null : { kind: 'tenths' as const, number: l.rate },
    words(l.of),
    count(l.base),
    count(l.corrected),
    words(cells.get(l.key) ?? ''),
  ])
  const { file } = sheets
  const heads = [
    file.figure,
    file.part,
    file.number,
    file.unit,
    file.rate,
    file.of,
    file.base,
    file.corrected,
    file.changes,
  ]
  const columns = heads.map((head, n) => ({ head, width: widths[n] ?? 12 }))
  const pages = [{ name: monthName(about.month, c.get('text')), columns, rows }, aboutPage(c, about, true)]
  return writeXlsx(signed?.corrections.length ? [...pages, correctionsPage(c, signed, about.community.zone)] : pages)
}

const widths = [34, 18, 9, 7, 12, 22, 11, 10, 44]
