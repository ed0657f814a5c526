// The closed vocabularies of the field. Every one has words in text/zh and text/en; a test compares them.

export const states = [
  'draft',
  'submitted',
  'open',
  'claimed',
  'delivered',
  'unconfirmed',
  'fulfilled',
  'referred',
  'answered',
  'withdrawn',
] as const
export type State = (typeof states)[number]

export const urgencies = ['red', 'yellow', 'blue'] as const
export type Urgency = (typeof urgencies)[number]
/** The board's first key: the most urgent comes first. */
export const rankOf = (urgency: Urgency): number => urgencies.indexOf(urgency)

/** `transfer`: handed over by 12345 under a work order. */
export const sources = ['visit', 'phone', 'list', 'board', 'letter', 'transfer'] as const
export type Source = (typeof sources)[number]

export const ageBands = ['14-59', '60-69', '70-79', '80+'] as const
export type AgeBand = (typeof ageBands)[number]

export const satisfactions = [
  'very-satisfied',
  'satisfied',
  'rather-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const
export type Satisfaction = (typeof satisfactions)[number]
export const isDissatisfied = (level: Satisfaction | null): boolean =>
  level === 'dissatisfied' || level === 'very-dissatisfied'

export const speakers = ['resident', 'relative'] as const
export type Speaker = (typeof speakers)[number]

export const withdrawReasons = [
  'no-longer-needed',
  'met-otherwise',
  'moved',
  'deceased',
  'consent-withdrawn',
  'not-obtainable',
  'entered-twice',
] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/** Why a resident's file ends. `asked`: the resident no longer wants to be on the list. */
export const endReasons = ['moved', 'deceased', 'asked'] as const
export type EndReason = (typeof endReasons)[number]

/** In public, moved, deceased and consent withdrawn must look alike, so that no one learns that a flat is empty. */
const privateReasons: readonly string[] = ['moved', 'deceased', 'consent-withdrawn']
export const publicReason = (reason: string | null): string | null => {
  if (reason === 'resident-away') return 'resident-asks'
  return reason && privateReasons.includes(reason) ? 'withdrawn' : reason
}

export const referReasons = ['policy', 'utility', 'medical', 'money', 'other-office'] as const
export type ReferReason = (typeof referReasons)[number]

export const reopenReasons = ['not-received', 'partly-received', 'dissatisfied'] as const
export type ReopenReason = (typeof reopenReasons)[number]

/** Why a signed figure was corrected, in words that anyone may read; the secretary's own words stay inside. */
export const correctionReasons = [
  'settled-later',
  'answered-later',
  'recorded-later',
  'recorded-wrong',
  'counted-wrong',
] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** The first two are the resident's own reasons and move the promise; the others move only the claim's due date. */
export const postponeReasons = ['resident-away', 'resident-asks', 'volunteer-busy', 'goods-late'] as const
export type PostponeReason = (typeof postponeReasons)[number]
export const isResidentsReason = (reason: PostponeReason): boolean => reason.startsWith('resident-')

/** How often a wish is repeated automatically. */
export const repeats = ['month'] as const
export type Repeat = (typeof repeats)[number]

/** How a question was answered: from the knowledge base, or by a call with the office. */
export const answerWays = ['knowledge', 'office-call'] as const
export type AnswerWay = (typeof answerWays)[number]

/** How a resident was informed of an office's answer. */
export const toldWays = ['phone', 'visit'] as const
export type ToldWay = (typeof toldWays)[number]

/**
 * A referral that was followed up and continues: the office was asked again, or the resident could not be reached with
 * its answer.
 */
export const followOutcomes = ['asked', 'no-answer'] as const
export type FollowOutcome = (typeof followOutcomes)[number]

export const consentPurposes = ['kept', 'posting', 'card', 'contact', 'photo', 'family'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentMethods = ['in-person', 'phone', 'written', 'relative', 'page'] as const
export type ConsentMethod = (typeof consentMethods)[number]
/** How consent was asked. `page`: the receiving side withdrew it on the page of its slip, without being asked. */
export const askedMethods = ['in-person', 'phone', 'written', 'relative'] as const satisfies readonly ConsentMethod[]

export const roleNames = ['gridWorker', 'volunteer', 'secretary', 'supervisor', 'administrator'] as const
export type RoleName = (typeof roleNames)[number]
