import { allCommunities, type Community, communitiesById, communityBySlug } from '#db/community/area-rows.ts'
import { communitiesOf } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'
import { onceARequest } from '#http/once-a-request.ts'

/**
 * The community of a public page: the one in the address, otherwise the only one there is, otherwise the only one of
 * the person signed in. Null if it is unknown or there are several.
 */
export async function placeOf(c: C): Promise<Community | null> {
  const { db } = c.get('services').store
  const slug = c.req.param('slug')
  return slug === undefined ? onlyPlace(c) : communityBySlug(db, slug)
}

/**
 * The community whose name and telephone appear on pages about no community, such as an overview or an error. Null if
 * there are several, and also if the database does not answer, because the error page must work even then.
 */
export const readersPlace = (c: C): Promise<Community | null> => onlyPlace(c).catch(() => null)

async function onlyPlace(c: C): Promise<Community | null> {
  const { db } = c.get('services').store
  const all = await allCommunities(db)
  if (all.length === 1) return all[0] ?? null
  const own = communitiesOf(c.get('actor'))
  return all.find((community) => own.length === 1 && community.id === own[0]) ?? null
}

/** The communities the person works or volunteers in, in the order of the tree. */
export const ownPlaces = onceARequest(
  (c): Promise<readonly Community[]> => communitiesById(c.get('services').store.db, communitiesOf(c.get('actor'))),
)

/** The community of a staff page, named by `?c=slug` if the person has several; null if it is not theirs. */
export async function workPlace(c: C): Promise<Community | null> {
  const places = await ownPlaces(c)
  const slug = c.req.query('c')
  return (slug === undefined ? places[0] : places.find((place) => place.slug === slug)) ?? null
}
