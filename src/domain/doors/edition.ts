import { day } from '#domain/time/durations.ts'
import type { State } from '#domain/vocabulary.ts'
import type { PublishingDoor } from './door.ts'

/** One message to the group, or one sheet on the notice board, with the wishes it lists. */
export type Edition = {
  readonly id: string
  readonly communityId: string
  readonly door: PublishingDoor
  readonly number: number
  readonly paper: PaperSize | null
  readonly madeAt: Date
  readonly endedAt: Date | null
}

export const paperSizes = ['a4', 'a3'] as const
export type PaperSize = (typeof paperSizes)[number]

/** People do not read longer lists in a chat. */
export const wishesInMessage = 10
/** As many as fit on one page, each with a QR code that a phone can read at arm's length. */
export const wishesOnSheet = { a4: 8, a3: 15 } as const satisfies Record<PaperSize, number>
/** How far back a message is looked for that names a wish whose consent was withdrawn: no one scrolls back further. */
export const recallable = 30 * day
/** As many as people can read in the chat without opening the picture. */
export const wishesInPicture = 6

export const mostWishes = (door: PublishingDoor, paper: PaperSize | null): number =>
  door === 'group' ? wishesInMessage : wishesOnSheet[paper ?? 'a4']

/**
 * What became of a wish after it was printed: it can be claimed, it has been claimed, or it is no longer wanted.
 */
type Availability = 'open' | 'taken' | 'gone'

const taken: readonly State[] = ['claimed', 'delivered', 'unconfirmed', 'fulfilled']

export const availabilityOf = (state: State): Availability =>
  state === 'open' ? 'open' : taken.includes(state) ? 'taken' : 'gone'
