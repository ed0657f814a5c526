import { type AreaLine, areasWithin, type Community } from '#db/community/area-rows.ts'
import { holds } from '#domain/people/actor.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { CWith } from '#http/context.ts'

/** The areas whose people a reader sees, each before its parts. */
type PeopleScope = {
  readonly areas: readonly AreaLine[]
  /** The community of staff; null for an administrator. */
  readonly community: Community | null
  /** The communities that staff can choose between. */
  readonly communities: readonly Community[]
  readonly isSecretary: boolean
  readonly mayOpen: boolean
}

/** Staff see the people of the community that `?c=` names, an administrator those of all their areas; null: not theirs. */
export async function peopleScope(c: CWith<'person'>): Promise<PeopleScope | null> {
  const { db } = c.get('services').store
  const person = c.get('person')
  const place = await staffPlace(c)
  if (place) {
    const { community, isSecretary, all } = place
    const areas = await areasWithin(db, [community.path])
    return { areas, community, communities: all, isSecretary, mayOpen: isSecretary }
  }
  if (!holds(person, 'administrator') || c.req.query('c') !== undefined) return null
  const paths = person.roles.flatMap(({ role, path }) => (role === 'administrator' ? [path] : []))
  const areas = await areasWithin(db, paths)
  return { areas, community: null, communities: [], isSecretary: false, mayOpen: true }
}
