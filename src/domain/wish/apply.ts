import { weighsFrom } from '#domain/board/board-priority.ts'
import { type AgeBand, type Repeat, rankOf, type Satisfaction } from '#domain/vocabulary.ts'
import { afterTry, noTries } from './callback.ts'
import type { ClockStep } from './clock-steps.ts'
import type { Joiner, Wish } from './wish.ts'
import { instantOf, type WishEvent } from './wish-events.ts'

/** The wish after an event. Folding a stream from nothing gives its row of `wishes` exactly. */
export function project(wish: Wish | null, event: WishEvent): Wish {
  const before = wish ?? firstOf(event)
  const { seq, state, gridId, category, urgency, source, unitId, round, dueAt, promiseAt, ruleVersion } = event
  const rank = rankOf(urgency)
  const held = { seq, state, gridId, category, urgency, rank, source, unitId, round, dueAt, promiseAt, ruleVersion }
  const after = { ...before, ...held, ...waitOf(before, event), ...changeOf(before, event) }
  return { ...after, weighsFrom: weighsFrom(after) }
}

export const replay = (events: readonly WishEvent[]): Wish | null => events.reduce<Wish | null>(project, null)

/** What every event says anew: since when it waits, and what the clock does next. */
function waitOf(wish: Wish, { at, state, data }: WishEvent): Partial<Wish> {
  const fresh = state === wish.state ? {} : { ...noSteps, since: at }
  return {
    ...fresh,
    nextStep: (data.next ?? null) as ClockStep | null,
    nextAt: instantOf(data.nextAt),
    ...(data.tell === true ? { tellSince: wish.tellSince ?? at } : {}),
  }
}

const noSteps = { stepsDone: [], remindedAt: null, askedAt: null, restsUntil: null } as const satisfies Partial<Wish>

function changeOf(wish: Wish, { action, actorId, at, state, data, unitId }: WishEvent): Partial<Wish> {
  switch (action) {
    case 'post':
    case 'amend':
      return { ...contentOf(data), ...(state === 'open' && !wish.publishedAt ? { publishedAt: at } : {}) }
    case 'publish':
      return { publishedAt: wish.publishedAt ?? at }
    case 'claim':
      return {
        claimId: data.claimId as string,
        claimantId: data.personId as string,
        enteredBy: actorId === data.personId ? null : actorId,
        claimedAt: at,
        firstClaimedAt: wish.firstClaimedAt ?? at,
        isJoint: data.isJoint === true,
        forBranch: data.forBranch === true,
      }
    case 'schedule':
      return { visitAt: instantOf(data.visitAt) }
    case 'postpone': {
      const postponed = { postponed: wish.postponed + 1 }
      if (state === 'open') return { ...postponed, restsUntil: instantOf(data.until) }
      const claimPostponed = wish.claimPostponed || actorId === wish.claimantId || data.forVolunteer === true
      return { ...postponed, claimPostponed, stepsDone: withoutDates(wish) }
    }
    case 'join':
      return { joiners: [...wish.joiners, { personId: data.personId as string, quantity: data.quantity as number }] }
    case 'leave':
      return { joiners: wish.joiners.filter((joiner: Joiner) => joiner.personId !== data.personId) }
    case 'inform':
      return { tellSince: null }
    case 'remind':
      // An office is asked again and again; every other reminder comes once.
      return { ...(data.step === 'referral' ? {} : stepDone(wish, data.step)), remindedAt: at }
    case 'follow':
      // The wait for the office begins anew.
      return { remindedAt: at }
    case 'escalate':
    case 'repeat':
      return stepDone(wish, data.step)
    case 'ask':
    case 'keep':
      return { askedAt: at }
    case 'carry':
      return { carriedAt: at, carried: wish.carried + 1 }
    case 'replan': {
      const callbackDueAt = instantOf(data.callbackDueAt) ?? wish.callbackDueAt
      return { callbackDueAt, ...(data.tell === true ? { stepsDone: withoutDates(wish) } : {}) }
    }
    case 'release':
    case 'lapse':
      return noClaim
    case 'deliver':
      return {
        deliveredAt: at,
        deliveredBy: actorId,
        callbackDueAt: instantOf(data.callbackDueAt),
        tellSince: null,
      }
    case 'undo':
      // The first contact has been made.
      return { deliveredAt: null, deliveredBy: null, callbackDueAt: null, ...noTries, stepsDone: ['contact'] }
    case 'confirm':
      return {
        confirmedAt: at,
        confirmedHow: data.how as 'code' | 'call',
        satisfaction: (data.satisfaction ?? null) as Satisfaction | null,
      }
    case 'rate':
      return { satisfaction: (data.satisfaction ?? null) as Satisfaction | null }
    case 'reopen':
      return { ...noClaim, reopened: wish.reopened + 1, barredId: data.barredId as string }
    case 'refer':
    case 'withdraw':
    case 'answer': {
      const ended = { endedAt: at, endReason: data.reason as string, tellSince: null }
      return { ...ended, ...(action === 'withdraw' ? { ...noClaim, unitId } : {}) }
    }
    case 'try':
      return afterTry(wish, data, at)
    case 'draft':
    case 'return':
    case 'exhaust':
      return {}
    case 'spare':
      return { callbackDueAt: null, triesSpentAt: wish.triesSpentAt ?? at, every: null }
  }
}

const stepDone = (wish: Wish, step: unknown) => ({ stepsDone: [...wish.stepsDone, step as ClockStep] })

/** A date that moved is called to mind anew. */
const withoutDates = ({ stepsDone }: Wish) => stepsDone.filter((step) => step !== 'due' && step !== 'overdue')

const noClaim = {
  claimId: null,
  claimantId: null,
  enteredBy: null,
  deliveredBy: null,
  claimedAt: null,
  visitAt: null,
  deliveredAt: null,
  callbackDueAt: null,
  ...noTries,
  confirmedAt: null,
  confirmedHow: null,
  satisfaction: null,
  claimPostponed: false,
  isJoint: false,
  forBranch: false,
  joiners: [],
} as const satisfies Partial<Wish>

const contentOf = (data: WishEvent['data']) => ({
  itemId: data.itemId as string | null,
  quantity: data.quantity as number,
  measure: data.measure as string,
  valueFen: data.valueFen as number | null,
  ageBand: data.ageBand as AgeBand | null,
  every: (data.every ?? null) as Repeat | null,
})

function firstOf(event: WishEvent): Wish {
  const { stream, seq, state, actorId, at, communityId, gridId, category, urgency, source, ruleVersion, data } = event
  return {
    ...noClaim,
    ...noSteps,
    ...contentOf(data),
    id: stream,
    code: data.code as string,
    seq,
    state,
    communityId,
    gridId,
    category,
    urgency,
    rank: rankOf(urgency),
    source,
    postedBy: (data.postedBy as string | undefined) ?? actorId,
    postedAt: at,
    publishedAt: null,
    ruleVersion,
    round: 0,
    unitId: null,
    firstClaimedAt: null,
    dueAt: null,
    promiseAt: null,
    reopened: 0,
    barredId: null,
    endedAt: null,
    endReason: null,
    since: at,
    nextStep: null,
    nextAt: null,
    carriedAt: null,
    carried: 0,
    postponed: 0,
    tellSince: null,
    repeatOf: (data.repeatOf ?? null) as string | null,
    weighsFrom: null,
  }
}
