import type { Satisfaction } from '#domain/vocabulary.ts'
import type { EventData } from '#domain/wish/wish-events.ts'
import type { ForWhom, LetterAct, LetterEnd, LetterKind, LetterSide, LetterState, LetterWay } from './letter-life.ts'

/** A letter without its words, which are erased earlier (`LetterWords`). */
export type Letter = {
  readonly id: string
  /** Eight digits with the check digit, as for wishes. */
  readonly code: string
  readonly communityId: string
  readonly kind: LetterKind
  readonly way: LetterWay
  readonly forWhom: ForWhom
  readonly side: LetterSide
  readonly state: LetterState
  readonly seq: number
  /** Who typed in a letter that came by phone, on paper, at the counter or from 12345. */
  readonly enteredBy: string | null
  /** To whom it was passed on. */
  readonly handlerId: string | null
  readonly answeredBy: string | null
  /** How often the writer was not satisfied with an answer. */
  readonly reopened: number
  readonly hasPhone: boolean
  /** The writer agrees that question and answer may be published. */
  readonly mayPublish: boolean
  readonly sentAt: Date
  /** The first answer is in time until then. */
  readonly promiseAt: Date
  readonly firstAnsweredAt: Date | null
  readonly answeredAt: Date | null
  readonly reachedAt: Date | null
  readonly rating: Satisfaction | null
  readonly end: LetterEnd | null
  readonly endedAt: Date | null
  /** The number of the wish or letter with which it goes on. */
  readonly linkedTo: string | null
  /** When its next step is due; the clock reads this column. Null once nothing is due. */
  readonly dueAt: Date | null
  readonly isReminded: boolean
}

/** What the writer typed: erased with the days that the rules say. */
export type LetterWords = {
  readonly subject: string
  readonly words: string
  readonly name: string
  readonly phone: string
}

/** Codes, ids and dates only: an event can never be erased. */
export type LetterEvent = {
  readonly stream: string
  readonly seq: number
  readonly act: LetterAct
  readonly state: LetterState
  readonly side: LetterSide
  readonly actorId: string
  readonly at: Date
  readonly communityId: string
  readonly data: EventData
}
