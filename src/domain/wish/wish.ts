import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { AgeBand, Repeat, Satisfaction, Source, State, Urgency } from '#domain/vocabulary.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'

/**
 * A wish as computed from its events. The resident and all typed words are stored separately
 * (db/schema/wish-tables.ts).
 */
export type Wish = {
  readonly id: string
  readonly code: string
  readonly seq: number
  readonly state: State
  readonly communityId: string
  readonly gridId: string
  /** The grid in which it was posted. The figures by grid count it there, also after its resident has moved. */
  readonly countedGridId: string
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
  /** Before publication the rules in force at posting; afterwards always those in force at the first publication. */
  readonly ruleVersion: string
  readonly round: number
  readonly claimId: string | null
  readonly claimantId: string | null
  readonly enteredBy: string | null
  /** Who recorded the present delivery: the claimant, or the person who entered it for them. */
  readonly deliveredBy: string | null
  readonly unitId: string | null
  readonly claimedAt: Date | null
  readonly firstClaimedAt: Date | null
  readonly dueAt: Date | null
  /**
   * The first due date; later claims do not change it. On time means: the confirmed delivery was made at or before
   * promiseAt.
   */
  readonly promiseAt: Date | null
  readonly visitAt: Date | null
  readonly deliveredAt: Date | null
  readonly callbackDueAt: Date | null
  /** How many tries of the call-back have counted, and when the last of them was; see callback.ts. */
  readonly callbackTries: number
  readonly lastTryAt: Date | null
  /** When the last try that the rules ask for failed. */
  readonly triesSpentAt: Date | null
  readonly confirmedAt: Date | null
  readonly confirmedHow: 'code' | 'call' | 'page' | null
  readonly satisfaction: Satisfaction | null
  readonly reopened: number
  readonly barredId: string | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  /** When the wish came into its present state. For an open wish, a new claim starts this again. */
  readonly since: Date
  /** What the clock will do next, and when; set by every event. See next-step.ts. */
  readonly nextStep: ClockStep | null
  readonly nextAt: Date | null
  /** The steps that the clock has taken since `since`, or since the due date moved. */
  readonly stepsDone: readonly ClockStep[]
  readonly remindedAt: Date | null
  /** When the resident was last asked whether it is still needed, or said so. */
  readonly askedAt: Date | null
  /** When it was last carried over into a new month, and how often in all. */
  readonly carriedAt: Date | null
  readonly carried: number
  /** The clock leaves an open wish alone until this time. */
  readonly restsUntil: Date | null
  /** How often the date was postponed in all, and whether the claimant has used the postponement of this claim. */
  readonly postponed: number
  readonly claimPostponed: boolean
  /** Since when the resident has been waiting to hear that the date has changed. */
  readonly informSince: Date | null
  readonly isJoint: boolean
  readonly forBranch: boolean
  readonly joiners: readonly Joiner[]
  readonly every: Repeat | null
  readonly repeatOf: string | null
  /** The board is sorted by this within a community: the earlier, the higher. See board-priority.ts. */
  readonly weighsFrom: Date | null
}

/** A volunteer who brings a part of a joint claim. */
export type Joiner = { readonly personId: string; readonly quantity: number }

/** What a grid worker records about the item itself; the part of a wish that can be amended. */
export type Content = { readonly every?: Repeat | null } & Pick<
  Wish,
  'itemId' | 'category' | 'quantity' | 'measure' | 'valueFen' | 'urgency' | 'source' | 'gridId' | 'ageBand'
>
