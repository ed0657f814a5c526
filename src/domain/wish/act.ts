import type { Actor } from '#domain/people/actor.ts'
import type { ClaimChange } from '#domain/wish/claim/claim-row.ts'
import type { ActFields, FieldsFor } from './act-fields.ts'
import type { Action, lifecycle } from './lifecycle.ts'
import type { Refusal } from './refusals.ts'
import type { Need, Situation } from './situation.ts'
import type { Content, Wish } from './wish.ts'
import type { EventData, Note, WishEvent } from './wish-events.ts'

/**
 * Everything about one act, from the order to the people who are informed. The states and parties are in the lifecycle
 * table. `Asked` is what the actor says in addition to the name of the act.
 */
export type Act<A extends Action, Asked = object> = {
  /** What has to be read, apart from the wish itself, before the act can be decided. */
  readonly needs: (order: Ordered<A, Asked>, wish: Wish) => readonly Need[]
  /** The content of the event, or the refusal. The table has already allowed the act. */
  readonly decide: (wish: Before<A>, order: Ordered<A, Asked>, actor: Actor, situation: Situation) => Outcome
  /** What the event changes in the wish, in addition to what every event changes. */
  readonly apply: (wish: Wish, event: WishEvent) => Partial<Wish>
  /** What the event changes in the row of its claim; only called for events that name a claim. */
  readonly applyToClaim: (event: WishEvent, claimId: string) => ClaimChange | null
  readonly informs: (event: WishEvent) => readonly Informed[]
  /** Whether the public history of a wish shows it; otherwise only staff and the claimant see it. */
  readonly isPublic: boolean
}

/**
 * An act with an ordinary form: a button and, if named here, a note, a choice of reasons and fields of its own. The wish's
 * page shows it and reads it from this declaration; the order gets `notes`, `reason` and each field by its name. A form
 * that looks anything up, or that belongs at a certain place of the page, has its own panel and reader.
 */
export type ActWithForm<A extends Action, Asked = object> = Act<A, Asked> & {
  readonly form: ActForm & { readonly fields?: FieldsFor<Asked> } & (Exclude<keyof Asked, 'reason'> extends never
      ? object
      : { readonly fields: FieldsFor<Asked> })
}
export type ActForm = {
  readonly note?: Note['kind']
  /** Whether the act is refused without a note. */
  readonly isNoteNeeded?: true
  readonly reasons?: readonly string[]
  readonly fields?: ActFields
}

type Ordered<A extends Action, Asked> = {
  readonly action: A
  readonly notes?: readonly Note[]
  /** Private words in the notes which the person who typed them has confirmed, one by one, as needed for the work. */
  readonly needed?: readonly string[]
  /** The phone's own time, in seconds, where it was pressed without a signal; only shown to staff. */
  readonly typedAtSeconds?: number | null
} & Asked

/** The wish before the act; null only where the act may be the first. */
type Before<A extends Action> = 'none' extends (typeof lifecycle)[A]['from'][number] ? Wish | null : Wish

/** The content of an event apart from the state, which comes from the table. */
export type Step = Partial<Pick<WishEvent, 'state' | 'round' | 'unitId' | 'dueAt' | 'promiseAt' | 'ruleVersion'>> & {
  readonly content?: Content
  readonly data?: EventData
}
export type Outcome = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly refusal: Refusal }

export const step = (made: Step): Outcome => ({ ok: true, step: made })

/** Who is informed of an act. Who has these roles is looked up when the event is written. */
export type Informed =
  | 'poster'
  | 'claimant'
  | 'enteredBy'
  | 'joiners'
  | 'secretaries'
  | 'gridWorkers'
  /** The supervisors of all areas above the community. */
  | 'supervisors'
  /** The volunteers who are invited next. */
  | 'fitting'

export const hasNote = (order: { readonly notes?: readonly Note[] }, kind: Note['kind']): boolean =>
  order.notes?.some((note) => note.kind === kind && note.text.trim() !== '') ?? false

/** An open red wish cannot wait for the next opening hour: volunteers are invited with the act that made it so. */
export const isNewlyRed = ({ state, urgency }: Pick<WishEvent, 'state' | 'urgency'>): boolean =>
  state === 'open' && urgency === 'red'
