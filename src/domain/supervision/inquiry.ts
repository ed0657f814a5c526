import type { EventData } from '#domain/wish/wish-events.ts'
import type { CardStep } from './card-steps.ts'
import type { InquiryAct, InquiryState } from './inquiry-life.ts'

/** A supervisor's question about a card or a letter. The words are notes of its events and can be erased. */
export type Inquiry = {
  readonly id: string
  readonly seq: number
  readonly communityId: string
  /** The card that was asked about; null if the question is about a letter without one. */
  readonly cardId: string | null
  /** The stream of the wish, letter or booking, and its number. */
  readonly subject: string
  readonly code: string
  readonly step: CardStep
  readonly state: InquiryState
  readonly askedAt: Date
  /** The last second of the day by which the community is to answer. */
  readonly dueAt: Date
  readonly answeredAt: Date | null
  /** How often it was asked: more than once if an answer was not enough. */
  readonly rounds: number
  readonly endedAt: Date | null
}

/** Codes, ids and dates only: an event can never be erased. */
export type InquiryEvent = {
  readonly stream: string
  readonly seq: number
  readonly act: InquiryAct
  readonly actorId: string
  readonly at: Date
  readonly communityId: string
  readonly dueAt: Date
  readonly data: EventData
}
