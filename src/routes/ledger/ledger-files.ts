import { sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { namesInLedger } from '#db/ledger/ledger-names.ts'
import { type LedgerEntry, lastPositionOf, ledgerPages } from '#db/ledger/ledger-rows.ts'
import type { Period } from '#domain/month/figures.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import { isoIn } from '#domain/time/zone.ts'
import { xlsxPieces } from '#files/write-xlsx.ts'
import type { C } from '#http/context.ts'
import { inTurns, streamed } from '#http/streamed.ts'
import { cellOf, columns, headOf, recordOf, sheetCellOf } from '#views/ledger/ledger-columns.ts'
import { type About, aboutPage, csvLines, csvOf, type FileKind, fileName, madeCells, types } from './file-parts.ts'

/** A month of the ledger as a file; if the reader already has it, only the answer that nothing has changed. */
export async function ledgerFile(c: C, kind: FileKind, community: Community, period: Period): Promise<Response> {
  const { store, now, config } = c.get('services')
  const lastEvent = await lastPositionOf(store.db, community.id)
  keepPublic(c)
  // Also for the answer "not changed": otherwise the browser would not let the other site's page read it.
  if (kind === 'json') openToPrograms(c)
  const heads = columns.map((column) => [column.key, headOf(column, c.get('text'))])
  const names = await namesInLedger(store.db, community.id)
  if (isKnown(c, lastEvent, kind, period.isRunning, community.name, heads, names)) return c.body(null, 304)

  const entries = inTurns(ledgerPages(store.db, community.id, period, atOnce), inOneGo)
  const sheet = { community, period, entries, lastEvent, madeAt: now(), site: config.publicUrl }
  c.header('content-type', types[kind])
  if (kind === 'json') return c.body(streamed(jsonPieces(sheet)))
  const name = fileName('ledger', aboutOf(sheet), kind)
  c.header('content-disposition', `attachment; filename="${name}"`)
  return c.body(streamed(kind === 'csv' ? csvPieces(c, sheet) : xlsxOf(c, sheet)))
}

type Sheet = {
  readonly community: Community
  readonly period: Period
  /** Read on demand, and only once. */
  readonly entries: AsyncGenerator<readonly LedgerEntry[]>
  readonly lastEvent: number
  readonly madeAt: Date
  readonly site: string
}

/**
 * Adds an ETag, and says whether the reader already has this version. The last event alone is not enough: withdrawing a
 * name writes no event, but copies must not keep the name. The time of making is left out, so the ETag is a weak one.
 */
export function isKnown(c: C, lastEvent: number, ...content: readonly unknown[]): boolean {
  const tag = `${lastEvent}-${c.get('lang')}-${sha256(JSON.stringify(content)).slice(0, 16)}`
  c.header('etag', `W/"${tag}"`)
  return hasMark(c)
}

/** Whether the request names the ETag that this response already has. */
export function hasMark(c: C): boolean {
  const tag = /"[^"]*"/.exec(c.res.headers.get('etag') ?? '')?.[0] ?? ''
  const known = c.req.header('if-none-match') ?? ''
  return known.trim() === '*' || (tag !== '' && known.includes(tag))
}

/**
 * May be cached publicly: the same for everyone who is not signed in and reads the same language. Pages for signed-in
 * people are never cached.
 */
export function keepPublic(c: C): void {
  if (c.get('actor').kind !== 'anyone') return
  c.header('cache-control', 'public, max-age=60')
  c.header('vary', 'cookie, hx-request')
}

/** Lets pages of other sites read it: it is public, and no cookie is sent along. */
export function openToPrograms(c: C): void {
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', 'etag')
}

/** A page of another site first asks whether it may send `If-None-Match`. This needs no database. */
export function allowPrograms(c: C): Response {
  openToPrograms(c)
  c.header('access-control-allow-methods', 'GET, HEAD')
  c.header('access-control-allow-headers', 'if-none-match')
  c.header('access-control-max-age', String(inSeconds(day)))
  return c.body(null, 204)
}

/** Rows of one query, and rows written before other requests get a turn; each takes a few milliseconds. */
const [atOnce, inOneGo] = [500, 100]

/** For people: words and local times. */
async function* csvPieces(c: C, sheet: Sheet): AsyncGenerator<string> {
  const text = c.get('text')
  const made = madeCells(c, aboutOf(sheet))
  const cellsOf = (entry: LedgerEntry) => columns.map((column) => cellOf(column, entry, text, sheet.community.zone))
  yield csvOf([[...columns.map((column) => headOf(column, text)), ...made.heads]])
  for await (const some of sheet.entries) yield csvLines(some.map((entry) => [...cellsOf(entry), ...made.cells]))
}

const aboutOf = ({ community, period, lastEvent, madeAt }: Sheet): About => ({
  community,
  month: period.month,
  lastEvent,
  madeAt,
})

/** Its structure is in docs/open-data.md. */
async function* jsonPieces({ community, period, entries, lastEvent, madeAt, site }: Sheet): AsyncGenerator<string> {
  const about = JSON.stringify({
    community: { slug: community.slug, name: community.name },
    month: period.month,
    isRunning: period.isRunning,
    zone: community.zone,
    lastEvent,
    madeAt: isoIn(madeAt, community.zone),
    page: `${site}/c/${community.slug}/ledger/${period.month}`,
    definitions: `${site}/c/${community.slug}/rules`,
  })
  yield `${about.slice(0, -1)},"wishes":[`
  let before = ''
  for await (const some of entries) {
    const records = some.map((entry) => JSON.stringify(recordOf(entry, community.zone)))
    yield records.length ? before + records.join(',') : ''
    before = ','
  }
  yield ']}'
}

function xlsxOf(c: C, sheet: Sheet): AsyncGenerator<Uint8Array> {
  const text = c.get('text')
  const { period } = sheet
  const page = {
    name: period.month,
    columns: columns.map((column) => ({ head: headOf(column, text), width: column.width })),
    batches: rowsOf(c, sheet),
  }
  return xlsxPieces([page, aboutPage(c, aboutOf(sheet))])
}

async function* rowsOf(c: C, { entries, community }: Sheet) {
  const text = c.get('text')
  for await (const some of entries)
    yield some.map((entry) => columns.map((column) => sheetCellOf(column, entry, text, community.zone)))
}
