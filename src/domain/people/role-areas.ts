import type { RoleName } from '#domain/vocabulary.ts'
import { type Actor, isSecretaryOf } from './actor.ts'

type AreaKind = 'prefecture' | 'county' | 'township' | 'community' | 'grid'

/** An area of the tree, with what decides who looks after it. */
type AreaOf = {
  readonly kind: AreaKind
  readonly path: string
  /** The community itself, or the one that a grid belongs to; null above the communities. */
  readonly communityId: string | null
}

/** The kinds of area to which each role can belong. */
const areaKindsOf = {
  gridWorker: ['grid'],
  volunteer: ['community'],
  secretary: ['community'],
  supervisor: ['prefecture', 'county', 'township'],
  administrator: ['prefecture', 'county', 'township'],
} as const satisfies Readonly<Record<RoleName, readonly AreaKind[]>>

export const canBeHeldIn = (role: RoleName, kind: AreaKind): boolean =>
  (areaKindsOf[role] as readonly AreaKind[]).includes(kind)

/** Whether the actor is administrator of an area that contains this one. */
const administers = (actor: Actor, path: string): boolean =>
  actor.kind === 'person' && actor.roles.some((held) => held.role === 'administrator' && path.startsWith(held.path))

/** Whether the actor may see the people of an area with their telephone numbers. */
export const looksAfter = (actor: Actor, { path, communityId }: AreaOf): boolean =>
  administers(actor, path) || (communityId !== null && isSecretaryOf(actor, communityId))

/** The roles that a secretary grants and ends in the community; all others are the administrator's. */
const secretarysRoles: readonly RoleName[] = ['volunteer', 'gridWorker']

/** Whether the actor may grant or end this role in this area. */
export const mayManage = (actor: Actor, role: RoleName, area: AreaOf): boolean =>
  canBeHeldIn(role, area.kind) &&
  (administers(actor, area.path) || (secretarysRoles.includes(role) && looksAfter(actor, area)))

/** Whether the actor may move the residents of a grid: the page has numbers and no names. */
export const mayMoveResidents = (actor: Actor, area: AreaOf): boolean => area.kind === 'grid' && looksAfter(actor, area)

const parts = {
  prefecture: 'county',
  county: 'township',
  township: 'community',
  community: 'grid',
  grid: null,
} as const satisfies Readonly<Record<AreaKind, AreaKind | null>>

/** The kind of the parts that an area of this kind has. */
export const partOf = (kind: AreaKind): (typeof parts)[AreaKind] => parts[kind]

/** Whether the actor may add, name or close an area of that kind in this place: a secretary only in the own community. */
export const mayShape = (actor: Actor, kind: AreaKind, area: AreaOf): boolean =>
  administers(actor, area.path) || ((kind === 'community' || kind === 'grid') && looksAfter(actor, area))
