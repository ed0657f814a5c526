import type { OutOfScope } from '#domain/reading/scope.ts'
import type { Rules } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Written } from '#domain/wish/notes/note-words.ts'
import type { Oddity } from '#domain/wish/notes/oddities.ts'
import type { PrivateWord } from '#domain/wish/notes/public-text.ts'
import type { Content } from './wish.ts'

/** What was read before deciding an act. If it has become outdated by the commit, a unique key refuses the write. */
export type Situation = {
  readonly now: Date
  /** The rules in force now, for intake checks and claim limits. */
  readonly rules: Rules
  readonly ruleVersion: string
  /** The rules in force when the wish was first published, for deadlines and the call-back. */
  readonly promised: Rules
  readonly calendar: Calendar
  /** When the community's office opens, local 'HH:MM': reminders are sent then and not at midnight. */
  readonly opens: string
  readonly known: Known
}

export type Known = {
  readonly consents: readonly ConsentPurpose[]
  /** The resident's file has ended: no new wishes, no calls. */
  readonly fileEnded: boolean
  /** An earlier wish of the same household for the same item within the repeat period. */
  readonly repeat: { readonly code: string; readonly on: Date } | null
  /** Slots taken by the volunteer's open claims, and the earliest due date among them. */
  readonly slots: readonly number[]
  readonly slotFrees: Date | null
  /**
   * The volunteer's open claims, without those approved beyond the limit. A delivery that was taken back can make them
   * more than the limit.
   */
  readonly openClaims: number
  /** Slots taken this month by claims of the volunteer's work unit. */
  readonly unitSlots: readonly number[]
  /** Who adopts batches for the volunteer's work unit; read only for a claim of a batch. */
  readonly unitContact: string | null
  /** Ids of the volunteers who have asked the secretary to approve a claim of this wish since it was opened. */
  readonly requestedBy: readonly string[]
  /** Ids of the people who have shown the receipt code of this wish. */
  readonly codeShownTo: readonly string[]
  /** Null where no code was entered. */
  readonly codeIsRight: boolean | null
  readonly codeTriesLeft: number
  /** Other visits to the household in the week of the visit that is being arranged. */
  readonly weekVisits: number
  /**
   * The result of `scopeOf`: what the words ask for, where no wish may ask for it. Null also if the request is referred
   * in the same commit.
   */
  readonly outOfScope: OutOfScope | null
  /** What is odd or expensive about it as it will be after this order, and the keys of what was explained before: see `oddityKey`. */
  readonly oddities: readonly Oddity[]
  readonly explained: readonly string[]
  readonly privateWord: PrivateWord | null
  /** Texts that this order stores in addition to its notes: the words of the wish and the size. */
  readonly texts: readonly Written[]
  /** The request names no person, so its notes reveal nothing about anyone. */
  readonly isNameless: boolean
}

type OddContent = Pick<Content, 'itemId' | 'category' | 'quantity' | 'measure' | 'valueFen'>

/** What an act asks to be read before it is decided. Who has seen the receipt code is always read. */
export type Need =
  /** Whether the resident's file has ended. */
  | { readonly kind: 'file' }
  | { readonly kind: 'consents' }
  /** An earlier wish of the same household for this item. */
  | { readonly kind: 'repeat'; readonly itemId: string | null }
  /** Whether the words of the wish, or its public title, ask for something that no wish may ask for. */
  | { readonly kind: 'scope'; readonly itemId: string | null; readonly title: string }
  /** Whether the wish is odd or expensive, also by what its household has asked for within a year. */
  | { readonly kind: 'oddities'; readonly content: OddContent; readonly title: string }
  /** Whether this title would reveal who the resident is. */
  | { readonly kind: 'private-words'; readonly title: string }
  /** The wish's own texts that are stored with this order and therefore searched for private words. */
  | { readonly kind: 'texts'; readonly fields: readonly string[] }
  /** The open claims of a volunteer. */
  | { readonly kind: 'slots'; readonly personId: string }
  /** This month's claims of a work unit. */
  | { readonly kind: 'unit-slots'; readonly unitId: string }
  /** Who adopts batches for a work unit. */
  | { readonly kind: 'unit-contact'; readonly unitId: string }
  /** Which volunteers have asked the secretary to approve a claim of this wish. */
  | { readonly kind: 'requests' }
  /** Other visits to the household in the week of this visit. */
  | { readonly kind: 'week-visits'; readonly visitAt: Date }
  /** Whether the receipt code that was typed is right. Reading this counts as a try. */
  | { readonly kind: 'receipt-code' }

export const nothingKnown: Known = {
  consents: [],
  fileEnded: false,
  repeat: null,
  slots: [],
  slotFrees: null,
  openClaims: 0,
  unitSlots: [],
  unitContact: null,
  requestedBy: [],
  codeShownTo: [],
  codeIsRight: null,
  codeTriesLeft: 0,
  weekVisits: 0,
  outOfScope: null,
  oddities: [],
  explained: [],
  privateWord: null,
  texts: [],
  isNameless: false,
}
