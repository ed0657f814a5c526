import type { OutOfScope } from '#domain/reading/scope.ts'
import type { State } from '#domain/vocabulary.ts'
import type { PrivateNote } from '#domain/wish/notes/note-words.ts'
import type { Oddity } from '#domain/wish/notes/oddities.ts'
import type { PrivateKind } from '#domain/wish/notes/public-text.ts'
import type { Action } from './lifecycle.ts'

/** Expected refusals are values. Each has a sentence in text/zh and text/en that names the rule and the way out. */
export type Refusal =
  | { readonly why: 'wrong-state'; readonly action: Action; readonly state: State | 'none' }
  | { readonly why: 'not-allowed'; readonly action: Action }
  | { readonly why: 'overtaken' }
  | { readonly why: 'taken' }
  | { readonly why: 'one-side' }
  | { readonly why: 'knows-code' }
  | { readonly why: 'not-active' }
  | { readonly why: 'new-owner' }
  | { readonly why: 'person-limit'; readonly limit: number; readonly frees: Date | null }
  | { readonly why: 'unit-limit'; readonly limit: number; readonly frees: Date }
  | { readonly why: 'requested-already' }
  | { readonly why: 'has-room' }
  | { readonly why: 'no-consent'; readonly missing: readonly string[] }
  | { readonly why: 'needs-approval'; readonly limitFen: number; readonly valueFen: number }
  | { readonly why: 'repeat'; readonly code: string; readonly on: Date; readonly days: number }
  | { readonly why: 'odd'; readonly oddities: readonly Oddity[] }
  | { readonly why: 'private-words'; readonly word: string; readonly kind: PrivateKind }
  | ({ readonly why: 'private-note' } & PrivateNote)
  | ({ readonly why: 'out-of-scope' } & OutOfScope)
  | { readonly why: 'no-public-text' }
  | { readonly why: 'undo-too-late'; readonly minutes: number }
  | { readonly why: 'not-due'; readonly until: Date }
  | { readonly why: 'tries-left' }
  | { readonly why: 'bad-visit-time' }
  /** `first`: the earliest date of expiry that is accepted, as a local day. */
  | { readonly why: 'expires-soon'; readonly days: number; readonly first: string }
  | { readonly why: 'wrong-code'; readonly left: number }
  | { readonly why: 'code-locked' }
  | { readonly why: 'reason-missing' }
  | { readonly why: 'words-missing' }
  /** The street has not been asked to look at this wish. */
  | { readonly why: 'not-asked' }
  | { readonly why: 'postponed-enough'; readonly limit: number }
  | { readonly why: 'rated-already' }
  | { readonly why: 'postponed-once' }
  | { readonly why: 'bad-postponement'; readonly from: Date; readonly until: Date }
  | { readonly why: 'nothing-moves' }
  | { readonly why: 'not-joint' }
  | { readonly why: 'share-taken'; readonly left: number }
  | { readonly why: 'household-week'; readonly limit: number }
  | { readonly why: 'not-told' }
  | { readonly why: 'file-ended' }
  | { readonly why: 'work-order'; readonly code: string }

export type Why = Refusal['why']

/**
 * The HTTP status of each refusal: 403 if the person may not do it, 409 if the wish has changed, 422 if the form can be
 * corrected.
 */
export const statusOf = {
  'wrong-state': 409,
  'not-allowed': 403,
  overtaken: 409,
  taken: 409,
  'one-side': 403,
  'knows-code': 403,
  'not-active': 403,
  'new-owner': 403,
  'person-limit': 409,
  'unit-limit': 409,
  'requested-already': 409,
  'has-room': 409,
  'no-consent': 422,
  'needs-approval': 422,
  repeat: 422,
  odd: 422,
  'private-words': 422,
  'private-note': 422,
  'out-of-scope': 422,
  'no-public-text': 422,
  'undo-too-late': 409,
  'not-due': 409,
  'tries-left': 409,
  'bad-visit-time': 422,
  'expires-soon': 422,
  'wrong-code': 422,
  'code-locked': 429,
  'reason-missing': 422,
  'words-missing': 422,
  'not-asked': 409,
  'postponed-enough': 409,
  'rated-already': 409,
  'postponed-once': 409,
  'bad-postponement': 422,
  'nothing-moves': 409,
  'not-joint': 409,
  'share-taken': 409,
  'household-week': 422,
  'not-told': 409,
  'file-ended': 409,
  'work-order': 422,
} as const satisfies Record<Why, 403 | 409 | 422 | 429>

/** An expected refusal as the result of a decision. */
export const refuse = (refusal: Refusal) => ({ ok: false as const, refusal })
