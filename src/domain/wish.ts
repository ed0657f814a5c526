import type { Category } from './catalogue-codes.ts'
import type { AgeBand, Satisfaction, Source, State, Urgency } from './words.ts'

/** A wish as its events tell it. Whose wish it is, and every typed word, stand elsewhere (db/schema/wishes.ts). */
export type Wish = {
  readonly id: string
  readonly code: string
  readonly seq: number
  readonly state: State
  readonly communityId: string
  readonly gridId: string
  readonly itemId: string | null
  readonly category: Category
  readonly quantity: number
  readonly measure: string
  readonly valueFen: number | null
  readonly urgency: Urgency
  readonly rank: number
  readonly source: Source
  readonly ageBand: AgeBand | null
  readonly postedBy: string
  readonly postedAt: Date
  readonly publishedAt: Date | null
  /** Until publication the version in force at posting; then the one in force at the first publication, for good. */
  readonly ruleVersion: string
  readonly round: number
  readonly claimId: string | null
  readonly claimantId: string | null
  readonly enteredBy: string | null
  readonly unitId: string | null
  readonly claimedAt: Date | null
  readonly firstClaimedAt: Date | null
  readonly dueAt: Date | null
  /** The first due date; later claims do not move it. On time = the confirmed delivery's time ≤ promiseAt. */
  readonly promiseAt: Date | null
  readonly visitAt: Date | null
  readonly deliveredAt: Date | null
  readonly callbackDueAt: Date | null
  /** Tries of the call-back at different hours, and the last of them; see callback.ts. */
  readonly callbackTries: number
  readonly lastTryAt: Date | null
  /** When the last try that the rules ask for was in vain. */
  readonly triesSpentAt: Date | null
  readonly confirmedAt: Date | null
  readonly confirmedHow: 'code' | 'call' | null
  readonly satisfaction: Satisfaction | null
  readonly reopened: number
  readonly barredId: string | null
  readonly endedAt: Date | null
  readonly endReason: string | null
}

/** What a grid worker writes down about the thing itself; the amendable part of a wish. */
export type Content = Pick<
  Wish,
  'itemId' | 'category' | 'quantity' | 'measure' | 'valueFen' | 'urgency' | 'source' | 'gridId' | 'ageBand'
>

export const isOverdue = (wish: Wish, now: Date): boolean =>
  wish.state === 'claimed' && wish.dueAt !== null && now > wish.dueAt

export const isOnTime = (wish: Wish): boolean =>
  wish.state === 'fulfilled' &&
  wish.deliveredAt !== null &&
  wish.promiseAt !== null &&
  wish.deliveredAt <= wish.promiseAt
