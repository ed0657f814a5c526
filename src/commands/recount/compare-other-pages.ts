import type { SqliteStore } from '#db/store/sqlite.ts'
import { compareMonths, compareTrend, compareWaits, type FiguresOf } from './compare-asides.ts'
import { compareBulletin } from './compare-bulletin.ts'
import type { Fault } from './compare-cells.ts'
import { compareCorrections, correctionsIn } from './compare-corrections.ts'
import { compareInvited } from './compare-invited.ts'
import { compareLists } from './compare-lists.ts'
import { compareOverview } from './compare-overview.ts'
import { compareFileRates, comparePageRates } from './compare-rates.ts'
import { tablesOf } from './page-tables.ts'
import type { Found } from './recompute.ts'
import { readFiles } from './recount-files.ts'
import type { Place } from './recount-place.ts'
import type { Get, NameOf } from './surfaces.ts'

type Asked = {
  readonly store: SqliteStore
  readonly place: Place
  readonly month: string
  /** The figures of the month, as signed if it was signed, and as computed now. */
  readonly recounted: Found
  readonly today: Found
  readonly figuresOf: FiguresOf
  readonly nameOf: NameOf
  /** Requests pages as the secretary and as a supervisor; null if there is no supervisor. */
  readonly secretary: Get
  readonly supervisor: Get | null
}

/**
 * Compares everything else that shows a figure of the month: shares, waits, other months, lists, bulletin, corrections,
 * overview.
 */
export async function compareOtherPages(asked: Asked): Promise<readonly Fault[]> {
  const { store, place, month, recounted, today, figuresOf, nameOf, secretary, supervisor } = asked
  const query = `c=${place.slug}`
  const pageAt = async (end: string) => tablesOf(await (await secretary(`/reports/${month}${end}?${query}`)).text())
  const [tables, sheet] = [await pageAt(''), await pageAt('/sheet')]
  const files = await readFiles(secretary, month, query)
  const changes = await correctionsIn(store, place, month)
  // Pages above the communities show a signed month with its corrections.
  const corrected = new Map([...recounted, ...changes.map((change) => [change.figure, change.new] as const)])
  const page = { month, tables, nameOf }
  const pages = [['page', tables] as const, ['sheet', sheet] as const]
  return [
    ...comparePageRates(recounted, tables, nameOf),
    ...(['csv', 'xlsx'] as const).flatMap((where) => compareFileRates(recounted, { where, rows: files[where] })),
    ...compareWaits(recounted, page),
    ...compareInvited(store, place, page),
    ...(await compareTrend(figuresOf, page)),
    ...(await compareMonths(figuresOf, page)),
    ...(await compareLists(secretary, today, month, query)),
    ...(await compareBulletin(secretary, recounted, { slug: place.slug, month }, nameOf)),
    ...compareCorrections(changes, { files, pages, nameOf }),
    ...(supervisor ? await compareOverview(supervisor, corrected, { slug: place.slug, month }) : []),
  ]
}
