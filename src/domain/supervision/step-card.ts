import type { EventData } from '#domain/wish/wish-events.ts'
import type { CardColour, CardKind } from './card-steps.ts'
import type { Deadline } from './deadline.ts'

/** A step that is to be done, with the cards it has got. Without a colour it has none so far. */
export type Card = Omit<Deadline, 'from'> & {
  /** The stream, the step, and the number of the event with which this date began; also the card's own stream. */
  readonly id: string
  /** How many events it has. */
  readonly seq: number
  readonly subject: string
  readonly kind: CardKind
  readonly code: string
  readonly communityId: string
  readonly warnAt: Date | null
  readonly colour: CardColour | null
  readonly cardAt: Date | null
  readonly nextAt: Date | null
}

/** What a card belongs to. */
export type CardSubject = Pick<Card, 'subject' | 'kind' | 'code' | 'communityId'>

export type CardAct = CardColour | 'end'

/** Codes and dates only. No actor: a card is the clock's. */
export type CardEvent = {
  readonly stream: string
  readonly seq: number
  readonly act: CardAct
  readonly at: Date
  readonly communityId: string
  readonly dueAt: Date
  readonly data: EventData
}
