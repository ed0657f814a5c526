import { countsOf } from '#db/figures.ts'
import { periodOf, sumOf } from '#domain/figures.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C } from '#http/context.ts'
import { readersPlace } from '#http/place.ts'
import { monthName } from '#views/ledger/words.ts'
import { Overview } from '#views/reports/overview.tsx'
import { supervisedCommunities, supervisedPlaces } from './reports-place.ts'

// Several communities share no month of their own: the page goes by the country's clock.
const countryZone = 'Asia/Shanghai'

/** The supervisor's areas, level by level down to the communities: counted together, one set of queries for each zone. */
export async function overview(c: C, month: string): Promise<Response> {
  const { store, now } = c.get('services')
  const here = pageOf(c, await readersPlace(c))
  const period = periodOf(month, countryZone, now())
  if (!period) return page.notFound(c)

  const communities = await supervisedCommunities(c)
  const zones = [...new Set(communities.map(({ zone }) => zone))]
  const counted = await Promise.all(
    zones.map((zone) => {
      const communityIds = communities.filter((community) => community.zone === zone).map(({ id }) => id)
      const inZone = periodOf(month, zone, now())
      return inZone ? countsOf(store.db, { communityIds, gridIds: null, period: inZone, now: now() }) : []
    }),
  )
  const rows = counted.flat()
  const paths = new Map<string, string>()
  const all = await supervisedPlaces(c)
  for (const { id, path } of all) paths.set(id, path)
  // A level above is the sum of what lies in it; its rates are reckoned from the sums, never an average of rates.
  const places = all.map(({ path, ...place }) => ({
    ...place,
    counts: sumOf(
      rows.filter(({ communityId }) => paths.get(communityId)?.startsWith(path)).map(({ counts }) => counts),
    ),
  }))
  return show(
    c,
    here,
    here.text.reports.overview.title(monthName(period.month, here.text)),
    <Overview page={here} period={period} places={places} />,
  )
}
