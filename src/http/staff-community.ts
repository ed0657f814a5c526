import { type Community, type Grid, gridsOf } from '#db/community/area-rows.ts'
import { isGridWorkerOf, isSecretaryOf } from '#domain/people/actor.ts'
import type { C } from './context.ts'
import { ownPlaces } from './readers-community.ts'

/** A community in which somebody works, and the grids of it that are theirs: all for a secretary. */
export type WorkPlace = {
  readonly community: Community
  readonly isSecretary: boolean
  readonly grids: readonly Grid[]
  /** The other communities to switch to; this one included. */
  readonly all: readonly Community[]
}

/** The community named by `?c=slug`, else the first in which the person is secretary or grid worker; null: not theirs. */
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
