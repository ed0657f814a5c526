import type { Actor } from '#domain/people/actor.ts'
import type { ClaimChange } from './claim-row.ts'
import type { Action, lifecycle } from './lifecycle.ts'
import type { Refusal } from './refusals.ts'
import type { Need, Situation } from './situation.ts'
import type { Content, Wish } from './wish.ts'
import type { EventData, Note, WishEvent } from './wish-events.ts'

/**
 * One act from the question to the last person who hears of it. From which state, to which state and by whom is in the
 * lifecycle table. `Asked` is what the actor says besides the name of the act.
 */
export type Act<A extends Action, Asked = object> = {
  /** What deciding has to know about the world outside the wish. */
  readonly needs: (order: Ordered<A, Asked>, wish: Wish) => readonly Need[]
  /** What the event will say, or why it is refused; the table has already allowed it. */
  readonly decide: (wish: Before<A>, order: Ordered<A, Asked>, actor: Actor, situation: Situation) => Outcome
  /** What the event changes in the wish, besides what every event changes. */
  readonly apply: (wish: Wish, event: WishEvent) => Partial<Wish>
  /** What the event changes in the row of its claim; asked only where the event names one. */
  readonly applyToClaim: (event: WishEvent, claimId: string) => ClaimChange | null
  readonly informs: (event: WishEvent) => readonly Informed[]
  /** Whether everyone reads it in the history of a wish; otherwise only staff and the claimant do. */
  readonly isPublic: boolean
}

type Ordered<A extends Action, Asked> = {
  readonly action: A
  readonly notes?: readonly Note[]
  /** Private words in the notes that the person who typed them has confirmed, one by one, as needed for the work. */
  readonly needed?: readonly string[]
} & Asked

/** The wish before the act; null where the act may be the first. */
type Before<A extends Action> = 'none' extends (typeof lifecycle)[A]['from'][number] ? Wish | null : Wish

/** What an event says, besides the state of the table. */
export type Step = Partial<Pick<WishEvent, 'state' | 'round' | 'unitId' | 'dueAt' | 'promiseAt' | 'ruleVersion'>> & {
  readonly content?: Content
  readonly data?: EventData
}
export type Outcome = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly refusal: Refusal }

export const step = (made: Step): Outcome => ({ ok: true, step: made })

/** Those who hear of an act. Who has a role is looked up when the event is written. */
export type Informed =
  | 'poster'
  | 'claimant'
  | 'enteredBy'
  | 'joiners'
  | 'secretaries'
  | 'gridWorkers'
  /** Supervisors of the areas above the community. */
  | 'supervisors'
  /** Volunteers who are invited next. */
  | 'fitting'

export const hasNote = (order: { readonly notes?: readonly Note[] }, kind: Note['kind']): boolean =>
  order.notes?.some((note) => note.kind === kind && note.text.trim() !== '') ?? false
