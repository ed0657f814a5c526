import { Hono } from 'hono'
import Papa from 'papaparse'
import type { Community } from '#db/areas.ts'
import { firstPublishedAt, headlineOf, type LedgerPlace, ledgerOf } from '#db/ledger.ts'
import { localMonth } from '#domain/calendar.ts'
import { type Period, periodOf } from '#domain/figures.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guard.ts'
import { placeOf } from '#http/place.ts'
import { Ledger } from '#views/ledger/index.tsx'
import { fileColumns, monthName } from '#views/ledger/words.ts'

export const ledger = new Hono<Env>()

for (const at of ['/c/:slug/ledger', '/ledger']) {
  ledger.get(at, anyoneMay, (c) => month(c, null))
  ledger.get(`${at}/:file{[0-9]{4}-[0-9]{2}\\.csv}`, anyoneMay, (c) => file(c, c.req.param('file')?.slice(0, 7) ?? ''))
  ledger.get(`${at}/:month`, anyoneMay, (c) => month(c, c.req.param('month') ?? ''))
}

async function month(c: C, named: string | null): Promise<Response> {
  const { store, now } = c.get('services')
  const community = await placeOf(c)
  if (!community) return c.req.param('slug') === undefined ? c.redirect('/', 303) : page.notFound(c)
  const period = periodOf(named ?? localMonth(now(), community.zone), community.zone, now())
  const after = placeAfter(c.req.query('after'))
  if (!period || after === 'none') return page.notFound(c)

  const { entries, next } = await ledgerOf(store.db, community.id, period, after)
  const headline = await headlineOf(store.db, community.id, period)
  const first = (await firstPublishedAt(store.db, community.id)) ?? now()
  keepPublic(c)
  const here = pageOf(c, community)
  return show(
    c,
    here,
    here.text.ledger.title(monthName(period.month, here.text)),
    <Ledger
      page={here}
      community={community}
      period={period}
      entries={entries}
      headline={headline}
      firstMonth={localMonth(first, community.zone)}
      next={next && `${Math.floor(next.publishedAt.getTime() / 1000)}.${next.id}`}
      isFirst={after === null}
    />,
  )
}

async function file(c: C, named: string): Promise<Response> {
  const { now } = c.get('services')
  const community = await placeOf(c)
  const period = community && periodOf(named, community.zone, now())
  if (!community || !period) return page.notFound(c)

  keepPublic(c)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="ledger-${asciiOf(community.slug)}-${period.month}.csv"`)
  return c.body(await csvOf(c, community, period))
}

const atOnce = 500
// Excel in Chinese takes the full-width signs for the beginning of a formula too; papaparse's own rule misses cells with a
// line break.
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** The whole month, read page by page. The BOM makes Excel read the Chinese as what it is. */
async function csvOf(c: C, community: Community, period: Period): Promise<string> {
  const [{ store }, text] = [c.get('services'), c.get('text')]
  const columns = fileColumns(community.zone)
  const parts = [csv([columns.map(({ head }) => head(text))])]
  let after: LedgerPlace | null = null
  do {
    const { entries, next } = await ledgerOf(store.db, community.id, period, after, atOnce)
    if (entries.length) parts.push(csv(entries.map((entry) => columns.map(({ cell }) => cell(entry, text)))))
    after = next
  } while (after)
  return `\ufeff${parts.join('')}`
}

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse(rows as (string | number)[][], { newline: '\r\n', escapeFormulae: formula })}\r\n`

const asciiOf = (slug: string): string => slug.replace(/[^a-z0-9-]/gi, '') || 'community'

/** The same for everyone who is not signed in and reads the same language; signed-in pages stay out of every cache. */
function keepPublic(c: C): void {
  if (c.get('actor').kind !== 'anyone') return
  c.header('cache-control', 'public, max-age=60')
  c.header('vary', 'cookie, hx-request')
}

function placeAfter(text: string | undefined): LedgerPlace | null | 'none' {
  if (text === undefined) return null
  const [, at, id] = /^(\d{1,11})\.([\w-]{1,64})$/.exec(text) ?? []
  return at && id ? { publishedAt: new Date(Number(at) * 1000), id } : 'none'
}
