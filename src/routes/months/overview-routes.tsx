import { communityMonths } from '#db/months/area-months.ts'
import { isSigned } from '#db/months/signed-values.ts'
import { noCounts, periodOf, sumOf } from '#domain/month/figures.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C } from '#http/context.ts'
import { pageOf, show } from '#http/respond.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { Overview } from '#views/reports/overview-page.tsx'
import { noMonth } from './no-month.tsx'
import { countryZone, supervisedCommunities, supervisedPlaces } from './reports-place.ts'

/** The supervisor's areas, level by level down to the communities, each with the same numbers as its own page. */
export async function overview(c: C, month: string): Promise<Response> {
  const { store, now } = c.get('services')
  const here = pageOf(c, await readersPlace(c))
  const period = periodOf(month, countryZone, now())
  if (!period) return noMonth(c)

  const communities = await supervisedCommunities(c)
  const counted = await communityMonths(store.db, communities, month, now())
  const ids = communities.map(({ id }) => id)
  const signed = (await isSigned(store.db, ids, [month])).get(month)?.size ?? 0
  // A higher level is the sum of its parts. Its rates are computed from the sums and are never averages of rates.
  const places = (await supervisedPlaces(c)).map((place) => {
    const own = communities.filter(({ path }) => path.startsWith(place.path))
    return { ...place, counts: sumOf(own.map(({ id }) => counted.get(id) ?? noCounts)) }
  })
  return show(
    c,
    here,
    here.text.reports.overview.title(monthName(period.month, here.text)),
    <Overview page={here} period={period} places={places} signed={signed} communities={ids.length} />,
  )
}
