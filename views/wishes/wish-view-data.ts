import type { Answered } from '#db/desk/answer-rows.ts'
import type { Passage } from '#db/wishes/wish-history.ts'
import type { Slot } from '#domain/board/free-slots.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { ReferReason } from '#domain/vocabulary.ts'
import type { Action, Party } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Within } from '#views/board/card.tsx'
import type { Waits } from './wait-types.ts'
import type { WhyDue } from './why-due.tsx'

/** Everything the page of one wish shows. What the reader may not see is null: it was never loaded. */
export type WishView = {
  readonly wish: Wish
  readonly publicText: string
  /** The consent to show it was taken back: this reader learns the category alone. */
  readonly isUntitled: boolean
  readonly gridName: string
  readonly zone: string
  readonly volunteer: { readonly unitName: string | null; readonly volunteerName: string | null }
  readonly history: readonly Passage[]
  readonly actions: readonly Action[]
  readonly parties: readonly Party[]
  readonly within: Within
  readonly undoMinutes: number
  /** How the due date of the claim came about; null where nobody has claimed it. */
  readonly whyDue: WhyDue | null
  readonly contact: Contact | null
  /** When claimant and resident both have time; for the claimant alone. */
  readonly slots: readonly Slot[]
  /** Weeks left out because the household is visited often enough in them, and how often that is. */
  readonly fullWeeks: number
  readonly visitsPerWeek: number
  readonly waits: Waits
  readonly inside: Inside | null
  /** What was brought, where this reader may see it. */
  readonly photo: {
    readonly id: string
    readonly isShownToAll: boolean
    readonly mayRemove: boolean
  } | null
  readonly mayAddPhoto: boolean
  /** Of 12345, for those inside; empty for any other source. */
  readonly workOrder: string
  /** For those inside. */
  readonly answered: Answered | null
  readonly said: Said | null
}

/** A sentence after an act; a refusal keeps what was typed. */
export type Said = {
  readonly sentence: string
  /** The field that the refusal is about, by its name. */
  readonly field?: string | undefined
  /** Private words in the note that the form may confirm as needed. */
  readonly needed?: readonly string[] | undefined
  /** What was refused is no wish: the office that it can be referred to. */
  readonly office?: ReferReason | undefined
  /** A photo was sent along and is not kept. */
  readonly isPhotoLost?: boolean
  readonly isRefusal: boolean
  readonly action: Action
  readonly typed: Readonly<Record<string, string>>
}

/** What was typed into the form of this action before it was refused; several forms share the names of their fields. */
export const typedIn = (action: Action, said: Said | null): Said['typed'] =>
  said?.action === action && said.isRefusal ? said.typed : {}

/** For the field that a refusal is about: the sentence stands at it, and the page opens there. */
export const wrongIn = (action: Action, said: Said | null, field: string) =>
  said?.action === action && said.isRefusal && said.field === field ? { error: said.sentence, autofocus: true } : {}

/** For the tick below a note: the words that were marked in it, and what was confirmed. */
export const neededIn = (action: Action, said: Said | null) => ({
  words: said?.action === action ? said.needed : undefined,
  typed: typedIn(action, said).needed,
})

/** The volunteer for whom the reader records what is the claimant's to say; null where the reader is the claimant. */
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
    }

type Staff = { readonly name: string; readonly phone: string }

export type Inside = {
  readonly residentId: string
  readonly residentName: string
  readonly words: string
  readonly specification: string
  readonly note: string
  readonly missing: readonly string[]
  readonly valueLimitFen: number
  readonly postedByName: string
  readonly claimantName: string | null
  /** While the claim is open, for staff who ring the claimant. */
  readonly claimantPhone: string | null
  readonly tries: number
  readonly mayShowCode: boolean
  readonly isSecretary: boolean
  /** Whether this reader may print the slip, and the one that is valid; null where there is no use for one. */
  readonly slip: { readonly valid: { readonly madeAt: Date; readonly madeBy: string } | null } | null
  /** The two words on the visitor's pass, for a resident who rings to ask. */
  readonly passWords: readonly [string, string] | null
  readonly receiptCode: string | null
}
