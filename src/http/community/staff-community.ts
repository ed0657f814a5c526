import { gridsOf } from '#db/community/area-rows.ts'
import { isGridWorkerOf, isSecretaryOf } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'
import { onceARequest } from '#http/once-a-request.ts'
import { ownPlaces } from './readers-community.ts'
import type { WorkPlace } from './work-place.ts'

/** The communities in which the person is secretary or grid worker, in the order of the tree. */
export const staffPlaces = onceARequest(async (c): Promise<readonly Omit<WorkPlace, 'all'>[]> => {
  const actor = c.get('actor')
  const places = await Promise.all(
    (await ownPlaces(c)).map(async (community) => {
      const isSecretary = isSecretaryOf(actor, community.id)
      const grids = (await gridsOf(c.get('services').store.db, community.id)).filter(({ isClosed }) => !isClosed)
      return { community, isSecretary, grids: isSecretary ? grids : grids.filter((g) => isGridWorkerOf(actor, g.id)) }
    }),
  )
  return places.filter((place) => place.isSecretary || place.grids.length > 0)
})

/** The one that `?c=slug` names, else the first of them; null: not theirs. */
export async function staffPlace(c: C, slug = c.req.query('c')): Promise<WorkPlace | null> {
  const worked = await staffPlaces(c)
  const chosen = slug === undefined ? worked[0] : worked.find((place) => place.community.slug === slug)
  return chosen ? { ...chosen, all: worked.map((place) => place.community) } : null
}
