import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Source, State, Urgency } from '#domain/vocabulary.ts'
import type { Action } from './lifecycle.ts'

/** Random ids, codes, numbers and dates (integer seconds). Never typed words, names, phone numbers or addresses. */
export type EventData = { readonly [key: string]: string | number | boolean | null | readonly string[] | Hashes }
/** SHA-256(salt ‖ text) of each note that belongs to the event, by kind. */
export type Hashes = { readonly [kind: string]: string }

export type WishEvent = {
  readonly stream: string
  readonly seq: number
  readonly action: Action
  readonly state: State
  readonly actorId: string
  readonly at: Date
  readonly communityId: string
  readonly gridId: string
  readonly category: Category
  readonly urgency: Urgency
  readonly source: Source
  readonly unitId: string | null
  readonly round: number
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly ruleVersion: string
  readonly data: EventData
}

/** A text typed with an event. Only its hash is part of the event. */
export type Note = { readonly kind: NoteKind; readonly text: string }
export const noteKinds = [
  'claimer',
  'repeat',
  'odd',
  'reason',
  'handover',
  'delivery',
  'words',
  'office',
  'answer',
  'street',
] as const
export type NoteKind = (typeof noteKinds)[number]

/** From seconds, as `data` stores them; null where there is no number. */
export const instantOf = (value: unknown): Date | null => (typeof value === 'number' ? new Date(value * 1000) : null)
