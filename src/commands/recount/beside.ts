import type { SqliteStore } from '../../db/sqlite.ts'
import { compareMonths, compareTrend, compareWaits, type FiguresOf } from './asides.ts'
import type { Fault } from './compare.ts'
import { compareCorrections, correctionsIn } from './corrections.ts'
import { readFiles } from './files.ts'
import { compareLists } from './lists.ts'
import { compareNotice } from './notice.ts'
import { compareOverview } from './overview.ts'
import type { Place } from './place.ts'
import { compareFileRates, comparePageRates } from './rates.ts'
import type { Found } from './reckon.ts'
import type { Get, NameOf } from './surfaces.ts'
import { tablesOf } from './tables.ts'

type Asked = {
  readonly store: SqliteStore
  readonly place: Place
  readonly month: string
  /** The month's own figures, as signed where it was signed, and those of now. */
  readonly reckoned: Found
  readonly today: Found
  readonly figuresOf: FiguresOf
  readonly nameOf: NameOf
  /** The program's pages, as the secretary and as a supervisor gets them; null where nobody supervises. */
  readonly secretary: Get
  readonly supervisor: Get | null
}

/** Everything else that shows a figure of the month: shares, waits, other months, lists, notice, corrections, overview. */
export async function compareBesides(asked: Asked): Promise<readonly Fault[]> {
  const { store, place, month, reckoned, today, figuresOf, nameOf, secretary, supervisor } = asked
  const query = `c=${place.slug}`
  const pageAt = async (end: string) => tablesOf(await (await secretary(`/reports/${month}${end}?${query}`)).text())
  const [tables, sheet] = [await pageAt(''), await pageAt('/sheet')]
  const files = await readFiles(secretary, month, query)
  const changes = await correctionsIn(store, place, month)
  // Above the communities a signed month counts as it was signed and corrected since.
  const corrected = new Map([...reckoned, ...changes.map((change) => [change.figure, change.new] as const)])
  const page = { month, tables, nameOf }
  const pages = [['page', tables] as const, ['sheet', sheet] as const]
  return [
    ...comparePageRates(reckoned, tables, nameOf),
    ...(['csv', 'xlsx'] as const).flatMap((where) => compareFileRates(reckoned, { where, rows: files[where] })),
    ...compareWaits(reckoned, page),
    ...(await compareTrend(figuresOf, page)),
    ...(await compareMonths(figuresOf, page)),
    ...(await compareLists(secretary, today, month, query)),
    ...(await compareNotice(secretary, reckoned, { slug: place.slug, month }, nameOf)),
    ...compareCorrections(changes, { files, pages, nameOf }),
    ...(supervisor ? await compareOverview(supervisor, corrected, { slug: place.slug, month }) : []),
  ]
}
