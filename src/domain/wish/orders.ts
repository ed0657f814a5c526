import type { Day } from '#domain/time/workdays.ts'
import type {
  AnswerWay,
  FollowOutcome,
  PostponeReason,
  ReferReason,
  ReopenReason,
  Satisfaction,
  Speaker,
  ToldWay,
  WithdrawReason,
} from '#domain/vocabulary.ts'
import type { Escalation, Reminder } from './clock-steps.ts'
import type { Action } from './lifecycle.ts'
import type { Content } from './wish.ts'
import type { Note } from './wish-events.ts'

/** A volunteer as a claim needs to know them. */
export type Volunteer = { readonly id: string; readonly unitId: string | null; readonly isActive: boolean }

type Orders = {
  post: {
    readonly code: string
    readonly communityId: string
    readonly content: Content
    readonly hasRepeatReason: boolean
    /** From a list: never opened at once, whatever the community's rule. */
    readonly isImport: boolean
    /** The time on the phone that kept it while there was no signal. A phone's clock may be wrong: no deadline is reckoned from it. */
    readonly typedAtSeconds?: number | null
    /** When the letter or work order arrived, where that was earlier. */
    readonly receivedAt?: Date | null
  }
  amend: { readonly content: Content; readonly fields: readonly string[]; readonly hasRepeatReason: boolean }
  publish: { readonly publicText: string; readonly approvesValue: boolean }
  return: object
  /** A recurring wish comes back; `repeatOf` is the id of the one before. */
  draft: {
    readonly code: string
    readonly communityId: string
    readonly content: Content
    readonly postedBy: string
    readonly repeatOf: string
  }
  claim: {
    readonly claimId: string
    readonly volunteer: Volunteer
    readonly isExtra: boolean
    /** Others may join and bring a part. */
    readonly isJoint?: boolean
    /** For the Party branch, through this member. */
    readonly forBranch?: boolean
  }
  schedule: { readonly visitAt: Date }
  /** `until` is the last second of the new day. */
  postpone: { readonly until: Date; readonly reason: PostponeReason }
  /** `quantity` of the things is the joiner's part; the lead keeps at least one. */
  join: { readonly volunteer: Volunteer; readonly quantity: number }
  /** Whose part it is, where the secretary ends somebody's time as a volunteer. */
  leave: { readonly personId?: string }
  /** The resident has been told that the day has moved. */
  inform: object
  remind: { readonly step: Reminder }
  release: object
  lapse: object
  escalate: { readonly step: Escalation }
  ask: object
  keep: object
  carry: object
  replan: object
  deliver: object
  undo: object
  confirm:
    | { readonly how: 'code' }
    | { readonly how: 'call'; readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  try: { readonly outcome: 'no-answer' | 'refused' }
  exhaust: object
  rate: { readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  reopen: { readonly reason: ReopenReason; readonly speaker: Speaker; readonly satisfaction: Satisfaction | null }
  /** No call-back any more, and nothing comes back by itself: the file has ended. */
  spare: { readonly isCalled?: boolean }
  repeat: { readonly draftId: string }
  refer: { readonly reason: ReferReason }
  follow: { readonly outcome: FollowOutcome }
  answer:
    | {
        /** At once, without a wish before it. */
        readonly how: AnswerWay
        readonly code: string
        readonly communityId: string
        readonly content: Content
        /** The entry of the knowledge base. */
        readonly knowledgeId: string | null
        readonly receivedAt?: Date | null
      }
    /** The office's answer to a referral, and how the resident was told of it. */
    | { readonly how: 'referral'; readonly told: ToldWay; readonly toldOn?: Day }
  withdraw: { readonly reason: WithdrawReason }
}

export type Order<A extends Action = Action> = {
  [K in A]: { readonly action: K; readonly notes?: readonly Note[] } & Orders[K]
}[A]
