import type { OutOfScope } from '#domain/reading/scope.ts'
import type { Rules } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Written } from './note-words.ts'
import type { PrivateWord } from './public-text.ts'

/** What is known at the moment of an act, read before deciding. Whoever acts on stale knowledge hits a unique key. */
export type Situation = {
  readonly now: Date
  /** In force now: intake checks and claim limits. */
  readonly rules: Rules
  readonly ruleVersion: string
  /** In force at the wish's first publication: deadlines and call-back. */
  readonly promised: Rules
  readonly calendar: Calendar
  /** When the community's office opens, 'HH:MM' of its clock: nobody is reminded at midnight. */
  readonly opens: string
  readonly known: Known
}

export type Known = {
  readonly consents: readonly ConsentPurpose[]
  /** The resident's file has ended: nothing new, and nobody is rung. */
  readonly fileEnded: boolean
  /** The same thing for the same household within the repeat period. */
  readonly repeat: { readonly code: string; readonly on: Date } | null
  /** Slots taken by the volunteer's open claims, and the earliest due date among them. */
  readonly slots: readonly number[]
  readonly slotFrees: Date | null
  /** The volunteer's open claims that were not approved beyond the limit; a delivery taken back may stand above it. */
  readonly openClaims: number
  /** Slots taken by the work unit's claims of this month. */
  readonly unitSlots: readonly number[]
  /** Persons who have shown the receipt code of this wish. */
  readonly codeShownTo: readonly string[]
  /** Null where no code was offered. */
  readonly codeIsRight: boolean | null
  readonly codeTriesLeft: number
  /** Other visits to the household in the week of the visit that is being agreed. */
  readonly weekVisits: number
  /** What its words ask for and no wish may be, by scopeOf; null also for what goes to an office in the same commit. */
  readonly outOfScope: OutOfScope | null
  readonly privateWord: PrivateWord | null
  /** Texts that this order stores beside its notes: the words of the wish, and its size. */
  readonly texts: readonly Written[]
  /** No person can be told from the request, so its notes are about nobody. */
  readonly isNameless: boolean
}

/** What an act asks to be read before it is decided; who has seen the receipt code is always read. */
export type Need =
  /** Whether the resident's file has ended. */
  | { readonly kind: 'file' }
  | { readonly kind: 'consents' }
  /** Another wish for this thing by the same household. */
  | { readonly kind: 'repeat'; readonly itemId: string | null }
  /** Whether its words, and the title it will have in public, ask for what no wish may be. */
  | { readonly kind: 'scope'; readonly itemId: string | null; readonly title: string }
  /** Whether this title would tell who the resident is. */
  | { readonly kind: 'private-words'; readonly title: string }
  /** Which of the wish's own texts are stored with this order, and so are read for private words. */
  | { readonly kind: 'texts'; readonly fields: readonly string[] }
  /** The open claims of a volunteer. */
  | { readonly kind: 'slots'; readonly personId: string }
  /** This month's claims of a work unit. */
  | { readonly kind: 'unit-slots'; readonly unitId: string }
  /** Other visits to the household in the week of this one. */
  | { readonly kind: 'week-visits'; readonly visitAt: Date }
  /** Whether the typed receipt code is right; this counts as a try. */
  | { readonly kind: 'receipt-code' }

export const nothingKnown: Known = {
  consents: [],
  fileEnded: false,
  repeat: null,
  slots: [],
  slotFrees: null,
  openClaims: 0,
  unitSlots: [],
  codeShownTo: [],
  codeIsRight: null,
  codeTriesLeft: 0,
  weekVisits: 0,
  outOfScope: null,
  privateWord: null,
  texts: [],
  isNameless: false,
}
