import { sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/areas.ts'
import { type LedgerEntry, type LedgerPlace, lastPositionOf, ledgerOf } from '#db/ledger.ts'
import type { Period } from '#domain/figures.ts'
import { isoIn } from '#domain/zone.ts'
import type { C } from '#http/context.ts'
import { writeXlsx } from '#import/write-xlsx.ts'
import { cellOf, columns, headOf, recordOf, sheetCellOf } from '#views/ledger/columns.ts'
import { type About, aboutPage, csvOf, type FileKind, fileName, madeCells, types } from './file-parts.ts'

/** A month of the ledger as a file; to whoever has it already only that nothing has changed. */
export async function ledgerFile(c: C, kind: FileKind, community: Community, period: Period): Promise<Response> {
  const { store, now } = c.get('services')
  const lastEvent = await lastPositionOf(store.db, community.id)
  const entries = await wholeMonth(c, community, period)
  const sheet = { community, period, entries, lastEvent, madeAt: now(), site: c.get('services').config.publicUrl }
  keepPublic(c)
  if (isKnown(c, lastEvent, kind, period.isRunning, community.name, entries)) return c.body(null, 304)

  c.header('content-type', types[kind])
  if (kind === 'json') {
    openToPrograms(c)
    return c.body(jsonOf(sheet))
  }
  const name = fileName('ledger', aboutOf(sheet), kind)
  c.header('content-disposition', `attachment; filename="${name}"`)
  return c.body(kind === 'csv' ? csvFile(c, sheet) : await xlsxOf(c, sheet))
}

type Sheet = {
  readonly community: Community
  readonly period: Period
  readonly entries: readonly LedgerEntry[]
  readonly lastEvent: number
  readonly madeAt: Date
  readonly site: string
}

/**
 * Marks the answer, and says whether the reader has it. The last event alone would not do: a name that its owner withdraws
 * is no event, and must not live on in copies. The time of making is left out, so the mark is a weak one.
 */
export function isKnown(c: C, lastEvent: number, ...content: readonly unknown[]): boolean {
  const tag = `${lastEvent}-${c.get('lang')}-${sha256(JSON.stringify(content)).slice(0, 16)}`
  c.header('etag', `W/"${tag}"`)
  const known = c.req.header('if-none-match') ?? ''
  return known.trim() === '*' || known.includes(`"${tag}"`)
}

/** The same for everyone who is not signed in and reads the same language; signed-in pages stay out of every cache. */
export function keepPublic(c: C): void {
  if (c.get('actor').kind !== 'anyone') return
  c.header('cache-control', 'public, max-age=60')
  c.header('vary', 'cookie, hx-request')
}

/** Pages of other sites may read it: it is public, and no cookie comes along. */
export const openToPrograms = (c: C): void => c.header('access-control-allow-origin', '*')

const atOnce = 500

async function wholeMonth(c: C, community: Community, period: Period): Promise<readonly LedgerEntry[]> {
  const all: LedgerEntry[] = []
  let after: LedgerPlace | null = null
  do {
    const { entries, next } = await ledgerOf(c.get('services').store.db, community.id, period, after, atOnce)
    all.push(...entries)
    after = next
  } while (after)
  return all
}

/** As people read it: words and local times. */
const csvFile = (c: C, sheet: Sheet): string => {
  const text = c.get('text')
  const made = madeCells(c, aboutOf(sheet))
  const rows = sheet.entries.map((entry) => [
    ...columns.map((column) => cellOf(column, entry, text, sheet.community.zone)),
    ...made.cells,
  ])
  return csvOf([[...columns.map((column) => headOf(column, text)), ...made.heads], ...rows])
}

const aboutOf = ({ community, period, lastEvent, madeAt }: Sheet): About => ({
  community,
  month: period.month,
  lastEvent,
  madeAt,
})

/** Its shape is in docs/open-data.md. */
const jsonOf = ({ community, period, entries, lastEvent, madeAt, site }: Sheet): string =>
  JSON.stringify({
    community: { slug: community.slug, name: community.name },
    month: period.month,
    isRunning: period.isRunning,
    zone: community.zone,
    lastEvent,
    madeAt: isoIn(madeAt, community.zone),
    page: `${site}/c/${community.slug}/ledger/${period.month}`,
    definitions: `${site}/c/${community.slug}/rules`,
    wishes: entries.map((entry) => recordOf(entry, community.zone)),
  })

function xlsxOf(c: C, sheet: Sheet) {
  const text = c.get('text')
  const { community, period, entries } = sheet
  return writeXlsx([
    {
      name: period.month,
      columns: columns.map((column) => ({ head: headOf(column, text), width: column.width })),
      rows: entries.map((entry) => columns.map((column) => sheetCellOf(column, entry, text, community.zone))),
    },
    aboutPage(c, aboutOf(sheet)),
  ])
}
