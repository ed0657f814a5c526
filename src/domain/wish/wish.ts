import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { AgeBand, Repeat, Satisfaction, Source, State, Urgency } from '#domain/vocabulary.ts'
import type { ClockStep } from './clock-steps.ts'

/** A wish as its events tell it. Whose wish it is, and every typed word, stand elsewhere (db/schema/wish-tables.ts). */
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
  /** Who recorded the delivery that stands now: the claimant, or whoever did so for them. */
  readonly deliveredBy: string | null
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
  readonly confirmedHow: 'code' | 'call' | 'page' | null
  readonly satisfaction: Satisfaction | null
  readonly reopened: number
  readonly barredId: string | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  /** Since when it is in its present state; a new claim of an open wish begins anew. */
  readonly since: Date
  /** What the clock will do next, and when; each event says it anew. See next-step.ts. */
  readonly nextStep: ClockStep | null
  readonly nextAt: Date | null
  /** What the clock has done since `since` or since the due date moved. */
  readonly stepsDone: readonly ClockStep[]
  readonly remindedAt: Date | null
  /** When somebody was asked whether it is still needed, or said so. */
  readonly askedAt: Date | null
  /** When it last rolled over into a new month, and how often. */
  readonly carriedAt: Date | null
  readonly carried: number
  /** An open wish that shall wait until then. */
  readonly restsUntil: Date | null
  /** Postponements in all, and whether the claimant has used the one of this claim. */
  readonly postponed: number
  readonly claimPostponed: boolean
  /** Since when the resident is to be told that the day has moved. */
  readonly tellSince: Date | null
  readonly isJoint: boolean
  readonly forBranch: boolean
  readonly joiners: readonly Joiner[]
  readonly every: Repeat | null
  readonly repeatOf: string | null
  /** The board's key within its community: the earlier, the higher. See weight.ts. */
  readonly weighsFrom: Date | null
}

/** Who brings a part of a joint claim. */
export type Joiner = { readonly personId: string; readonly quantity: number }

/** What a grid worker writes down about the thing itself; the amendable part of a wish. */
export type Content = { readonly every?: Repeat | null } & Pick<
  Wish,
  'itemId' | 'category' | 'quantity' | 'measure' | 'valueFen' | 'urgency' | 'source' | 'gridId' | 'ageBand'
>
