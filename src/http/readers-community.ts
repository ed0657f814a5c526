import { allCommunities, type Community, communitiesById, communityBySlug } from '#db/community/area-rows.ts'
import { communitiesOf } from '#domain/people/actor.ts'
import type { C } from './context.ts'

/**
 * The community of a public page: the one named in the address, else the only one there is, else the only one the
 * person signed in belongs to. Null: unknown, or several to choose from.
 */
export async function placeOf(c: C): Promise<Community | null> {
  const { db } = c.get('services').store
  const slug = c.req.param('slug')
  return slug === undefined ? onlyPlace(c) : communityBySlug(db, slug)
}

/**
 * The community whose name and telephone a page carries that is about none: an overview, a mistake. Null where there are
 * several, and where the database has no answer, for a page must say that something broke even then.
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
export const ownPlaces = (c: C): Promise<readonly Community[]> =>
  communitiesById(c.get('services').store.db, communitiesOf(c.get('actor')))

/** The community of a staff page: named by `?c=slug` where one has several; null where it is not theirs. */
export async function workPlace(c: C): Promise<Community | null> {
  const places = await ownPlaces(c)
  const slug = c.req.query('c')
  return (slug === undefined ? places[0] : places.find((place) => place.slug === slug)) ?? null
}
