import type { Answered } from '#db/desk/answer-rows.ts'
import type { Passage } from '#db/wishes/wish-history.ts'
import type { Slot } from '#domain/board/free-slots.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { ReferReason } from '#domain/vocabulary.ts'
import type { Action, Party } from '#domain/wish/lifecycle.ts'
import type { Oddity } from '#domain/wish/notes/oddities.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Within } from '#views/board/card.tsx'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'
import type { Waits } from './wait-types.ts'
import type { WhyDue } from './why-due.tsx'

/** Everything that the page of one wish shows. What the reader may not see is null, because it was never loaded. */
export type WishView = {
  readonly wish: Wish
  readonly publicText: string
  /** The consent to show the title was withdrawn, so this reader only learns the category. */
  readonly isUntitled: boolean
  readonly gridName: string
  readonly zone: string
  readonly volunteer: { readonly unitName: string | null; readonly volunteerName: string | null }
  readonly history: readonly Passage[]
  readonly actions: readonly Action[]
  readonly parties: readonly Party[]
  readonly within: Within
  readonly undoMinutes: number
  /** How the due date of the claim was computed; null if it is not claimed. */
  readonly whyDue: WhyDue | null
  readonly contact: Contact | null
  /** For the claimant: until when the phone may show this page without a signal. */
  readonly snapshot: { readonly until: Date; readonly mark: string } | null
  /** Times that suit both claimant and resident; only for the claimant. */
  readonly slots: readonly Slot[]
  /** Weeks left out because the household has enough visits in them, and what the limit is. */
  readonly fullWeeks: number
  readonly visitsPerWeek: number
  readonly waits: Waits
  /** While it is open, for readers who volunteer or work here. */
  readonly wanted: Wanted | null
  /** For a volunteer who could claim it. */
  readonly inHand: ClaimsInHand | null
  readonly inside: Inside | null
  /** The photo of what was delivered, if this reader may see it. */
  readonly photo: {
    readonly id: string
    readonly isShownToAll: boolean
    readonly mayRemove: boolean
  } | null
  readonly mayAddPhoto: boolean
  /** The 12345 number, for staff; empty for any other source. */
  readonly workOrder: string
  /** The office's answer as it was edited for everyone; empty where it was not. */
  readonly publishedAnswer: string
  /** For staff. */
  readonly answered: Answered | null
  readonly said: Said | null
}

/** A sentence after an act; after a refusal also what was typed. */
export type Said = {
  readonly sentence: string
  /** The name of the field that the refusal is about. */
  readonly field?: string | undefined
  /** Private words in the note that the form may confirm as needed. */
  readonly needed?: readonly string[] | undefined
  /** The order cannot be a wish: the office to which it can be referred. */
  readonly office?: ReferReason | undefined
  /** For the secretary who has just checked a wish: the next one, and how many are left; null if there is none. */
  readonly toCheck?: ToCheck | null | undefined
  /** A photo was sent with the form and was not stored. */
  readonly isPhotoLost?: boolean
  readonly isRefusal: boolean
  readonly action: Action
  readonly typed: Readonly<Record<string, string>>
}

export type ToCheck = { readonly code: string; readonly count: number }

/** What was typed into this action's form before it was refused; several forms use the same field names. */
export const typedIn = (action: Action, said: Said | null): Said['typed'] =>
  said?.action === action && said.isRefusal ? said.typed : {}

/** For the field that a refusal is about: shows the sentence there, and opens the page at it. */
export const wrongIn = (action: Action, said: Said | null, field: string) =>
  said?.action === action && said.isRefusal && said.field === field ? { error: said.sentence, autofocus: true } : {}

/** For the tick box below a note: the private words marked in it, and those confirmed. */
export const neededIn = (action: Action, said: Said | null) => ({
  words: said?.action === action ? said.needed : undefined,
  typed: typedIn(action, said).needed,
})

/** The volunteer for whom the reader records the claimant's steps; null if the reader is the claimant. */
export const actsFor = (actor: Actor, { wish, inside }: WishView): string | null =>
  actor.kind === 'person' && actor.id === wish.claimantId ? null : (inside?.claimantName ?? null)

export type Contact =
  | {
      readonly kind: 'given'
      readonly name: string
      readonly place: string
      readonly building: string
      readonly unit: string
      readonly door: string
      readonly phones: readonly string[]
      readonly hours: string
      readonly relative: string
      readonly relativePhone: string
      readonly hearing: string
      readonly specification: string
      readonly note: string
      readonly until: Date | null
      readonly watermark: string
    }
  | {
      readonly kind: 'through-staff'
      readonly specification: string
      readonly note: string
      readonly staff: readonly Staff[]
      readonly until: Date | null
    }

type Staff = { readonly name: string; readonly phone: string }

export type Inside = {
  readonly residentId: string
  readonly residentName: string
  readonly words: string
  readonly specification: string
  readonly note: string
  /** The last day on which the secretary should check it; today where that day has passed. */
  readonly checkedBy: Date
  /** What the street answered when it was asked to look at the wish. */
  readonly street: string
  /** What is odd or expensive about it, where the reader may publish it; and whether it is still unexplained. */
  readonly oddities: readonly Oddity[]
  readonly isUnexplained: boolean
  /** What was said about oddities, and by whom; the words are empty where they have been erased. */
  readonly explanations: readonly { readonly name: string; readonly text: string }[]
  readonly missing: readonly string[]
  readonly valueLimitFen: number
  readonly postedByName: string
  readonly claimantName: string | null
  /** While the claim is open, for staff who call the claimant. */
  readonly claimantPhone: string | null
  readonly tries: number
  readonly mayShowCode: boolean
  readonly isSecretary: boolean
  /** Volunteers at the limit who ask for an approval; only for the secretary. */
  readonly requesters: readonly { readonly id: string; readonly name: string; readonly phone: string }[]
  /** Whether this reader may print the slip, and the one that is valid; null where there is no use for one. */
  readonly slip: { readonly valid: { readonly madeAt: Date; readonly madeBy: string } | null } | null
  /** The two words on the visitor's pass, for a resident who rings to ask. */
  readonly passWords: readonly [string, string] | null
  readonly receiptCode: string | null
}
