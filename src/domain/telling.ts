import type { WishEvent } from './events.ts'
import type { Action } from './lifecycle.ts'
import type { Wish } from './wish.ts'

/** Who is told of what. Roles are looked up when the event is written; the actor is never told of their own act. */
export type Told = 'poster' | 'claimant' | 'secretaries'

export const tells = {
  post: ['secretaries'],
  amend: ['claimant'],
  publish: ['poster'],
  return: ['poster'],
  claim: ['poster', 'claimant'],
  schedule: ['poster'],
  release: ['poster', 'claimant', 'secretaries'],
  lapse: ['poster', 'claimant', 'secretaries'],
  deliver: ['poster', 'secretaries'],
  undo: ['poster', 'claimant'],
  confirm: ['poster', 'claimant'],
  try: [],
  exhaust: ['poster', 'secretaries'],
  rate: ['claimant'],
  reopen: ['poster', 'claimant', 'secretaries'],
  refer: ['poster'],
  withdraw: ['poster', 'claimant'],
} as const satisfies Record<Action, readonly Told[]>

/** Ids of those to be told. `before` still knows the claimant whom a release or reopening takes away. */
export function toldOf(event: WishEvent, before: Wish | null, after: Wish, secretaries: readonly string[]): string[] {
  const people: Record<Told, readonly (string | null | undefined)[]> = {
    poster: [after.postedBy],
    claimant: [before?.claimantId, after.claimantId],
    secretaries,
  }
  const ids = tells[event.action].flatMap((told) => people[told])
  return [...new Set(ids.filter((id): id is string => Boolean(id) && id !== event.actorId))]
}
