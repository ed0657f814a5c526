import { gridsOf } from '#db/community/area-rows.ts'
import { isGridWorkerOf, isSecretaryOf } from '#domain/people/actor.ts'
import type { C } from './context.ts'
import { ownPlaces } from './readers-community.ts'
import type { WorkPlace } from './work-place.ts'

/**
 * The community named by `?c=slug`, otherwise the first in which the person is secretary or grid worker; null if it is
 * not theirs.
 */
export async function staffPlace(c: C, slug = c.req.query('c')): Promise<WorkPlace | null> {
  const actor = c.get('actor')
  const places = await Promise.all(
    (await ownPlaces(c)).map(async (community) => {
      const isSecretary = isSecretaryOf(actor, community.id)
      const grids = await gridsOf(c.get('services').store.db, community.id)
      return { community, isSecretary, grids: isSecretary ? grids : grids.filter((g) => isGridWorkerOf(actor, g.id)) }
    }),
  )
  const worked = places.filter((place) => place.isSecretary || place.grids.length > 0)
  const chosen = slug === undefined ? worked[0] : worked.find((place) => place.community.slug === slug)
  return chosen ? { ...chosen, all: worked.map((place) => place.community) } : null
}
