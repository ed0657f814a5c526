import { type Community, communityBySlug } from '#db/community/area-rows.ts'
import type { Asked } from '#db/months/figure-sets.ts'
import { communitiesUnder, placesUnder, type Supervised, type Under } from '#db/months/supervised.ts'
import type { Period } from '#domain/month/figures.ts'
import type { Actor } from '#domain/people/actor.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { C } from '#http/context.ts'

/** A community whose month the reader may see, and how much of it. */
export type ReportPlace = {
  readonly community: Community
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
  readonly opensLists: boolean
}

/**
 * The place that `?c=` names, or the first one where the reader works. Null if it is not theirs, or theirs only as a
 * supervisor.
 */
export async function reportPlace(c: C): Promise<ReportPlace | null> {
  if (c.req.query('area') !== undefined) return null
  const actor = c.get('actor')
  const slug = c.req.query('c')
  const own = await staffPlace(c)
  if (own) {
    const gridIds = own.isSecretary ? null : own.grids.map(({ id }) => id)
    return { community: own.community, gridIds, opensLists: true }
  }
  if (slug === undefined) return null

  const below = await communityBySlug(c.get('services').store.db, slug)
  const isBelow = below && supervisedPaths(actor).some((path) => below.path.startsWith(path))
  return isBelow ? { community: below, gridIds: null, opensLists: false } : null
}

/** Every community in the areas that the reader supervises; empty for all others. */
export const supervisedCommunities = (c: C) =>
  communitiesUnder(c.get('services').store.db, supervisedPaths(c.get('actor')))

/** What to count for this reader. */
export const askedOf = (c: C, { community, gridIds }: ReportPlace, period: Period): Asked => ({
  communityIds: [community.id],
  gridIds,
  period,
  now: c.get('services').now(),
})

/** The reader's own areas and all levels below, down to the communities. */
export const supervisedPlaces = (c: C) => placesUnder(c.get('services').store.db, supervisedPaths(c.get('actor')))

/** An area above the communities, and what it contains. */
export type ReportArea = {
  readonly area: Under
  /** The areas that contain it and that the reader supervises too, from the top. */
  readonly above: readonly Under[]
  /** What is directly in it, in the order of the tree. */
  readonly below: readonly Under[]
  readonly communities: readonly Supervised[]
}

/** The area that `?area=` names; null if it is a community, or one that the reader does not supervise. */
export async function reportArea(c: C): Promise<ReportArea | null> {
  const places = await supervisedPlaces(c)
  const area = places.find(({ id, kind }) => id === c.req.query('area') && kind !== 'community')
  if (!area) return null
  const isRightIn = ({ path }: Under) => /^[^/]+\/$/.test(path.slice(area.path.length))
  return {
    area,
    above: places.filter(({ path }) => path !== area.path && area.path.startsWith(path)),
    below: places.filter((place) => place.path.startsWith(area.path) && isRightIn(place)),
    communities: await communitiesUnder(c.get('services').store.db, [area.path]),
  }
}

// A page about several communities uses the country's time, because their months may begin at different instants.
export const countryZone = 'Asia/Shanghai'

const supervisedPaths = (actor: Actor): readonly string[] =>
  actor.kind === 'person' ? actor.roles.filter(({ role }) => role === 'supervisor').map(({ path }) => path) : []
