import type { RoleName, Speaker } from '#domain/vocabulary.ts'

/** A role in force today. `path` is the area's position in the tree; `communityId` is empty above the community. */
export type Role = {
  readonly role: RoleName
  readonly areaId: string
  readonly communityId: string | null
  readonly path: string
}

export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Ids of the communities in the areas that this person supervises. */
  readonly supervises?: readonly string[]
}

/**
 * The receiving side, admitted by the secret address on its slip and not by an account: it may speak for these wishes
 * only. A person may be signed in on the same phone; a volunteer who does so cannot speak for their own delivery.
 */
export type Receiver = {
  readonly kind: 'receiver'
  readonly wishIds: readonly string[]
  readonly speaker: Speaker
  readonly signedInId: string | null
}

export type Actor = { readonly kind: 'anyone' } | { readonly kind: 'clock' } | Receiver | Person

export const anyone: Actor = { kind: 'anyone' }
export const clock: Actor = { kind: 'clock' }

/** What an event records as its actor: a person's id, or the kind of an actor without an account. */
export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.id : actor.kind)

export const holds = (actor: Actor, role: RoleName): actor is Person =>
  actor.kind === 'person' && actor.roles.some((r) => r.role === role)

/** Ids of the areas in which the actor has the role. */
export const areasOf = (actor: Actor, role: RoleName): readonly string[] =>
  actor.kind === 'person' ? actor.roles.filter((r) => r.role === role).map((r) => r.areaId) : []

/** Ids of the communities the actor works or volunteers in. */
export const communitiesOf = (actor: Actor): readonly string[] =>
  actor.kind === 'person' ? [...new Set(actor.roles.flatMap((r) => (r.communityId ? [r.communityId] : [])))] : []

export const isSecretaryOf = (actor: Actor, communityId: string): boolean =>
  areasOf(actor, 'secretary').includes(communityId)

export const isGridWorkerOf = (actor: Actor, gridId: string): boolean => areasOf(actor, 'gridWorker').includes(gridId)

export const isVolunteerOf = (actor: Actor, communityId: string): boolean =>
  areasOf(actor, 'volunteer').includes(communityId)

export const isSupervisorOf = (actor: Actor, communityId: string): boolean =>
  actor.kind === 'person' && (actor.supervises?.includes(communityId) ?? false)

/** Whether the actor works for the community, and may see what the public and volunteers may not. */
export const isStaffOf = (actor: Actor, wish: { readonly communityId: string; readonly gridId: string }): boolean =>
  isSecretaryOf(actor, wish.communityId) || isGridWorkerOf(actor, wish.gridId)

/** Ids of the communities in which a person works: in a grid or as secretary. */
export const workedIn = ({ roles }: Person): readonly string[] => [
  ...new Set(
    roles.flatMap(({ role, communityId }) =>
      communityId && (role === 'gridWorker' || role === 'secretary') ? [communityId] : [],
    ),
  ),
]

export const isWorkerIn = (actor: Actor, communityId: string): actor is Person =>
  actor.kind === 'person' && workedIn(actor).includes(communityId)
