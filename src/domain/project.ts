import { afterTry, noTries } from './callback.ts'
import { instantOf, type WishEvent } from './events.ts'
import type { Wish } from './wish.ts'
import { type AgeBand, rankOf, type Satisfaction } from './words.ts'

/** The wish after an event. Folding a stream from nothing gives its row of `wishes` exactly. */
export function project(wish: Wish | null, event: WishEvent): Wish {
  const before = wish ?? firstOf(event)
  const { seq, state, gridId, category, urgency, source, unitId, round, dueAt, promiseAt, ruleVersion } = event
  const rank = rankOf(urgency)
  const held = { seq, state, gridId, category, urgency, rank, source, unitId, round, dueAt, promiseAt, ruleVersion }
  return { ...before, ...held, ...changeOf(before, event) }
}

export const replay = (events: readonly WishEvent[]): Wish | null => events.reduce<Wish | null>(project, null)

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
      }
    case 'schedule':
      return { visitAt: instantOf(data.visitAt) }
    case 'release':
    case 'lapse':
      return noClaim
    case 'deliver':
      return { deliveredAt: at, callbackDueAt: instantOf(data.callbackDueAt) }
    case 'undo':
      return { deliveredAt: null, callbackDueAt: null, ...noTries }
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
      return { endedAt: at, endReason: data.reason as string, ...(action === 'withdraw' ? { ...noClaim, unitId } : {}) }
    case 'try':
      return afterTry(wish, data, at)
    case 'return':
    case 'exhaust':
      return {}
  }
}

const noClaim = {
  claimId: null,
  claimantId: null,
  enteredBy: null,
  claimedAt: null,
  visitAt: null,
  deliveredAt: null,
  callbackDueAt: null,
  ...noTries,
  confirmedAt: null,
  confirmedHow: null,
  satisfaction: null,
} as const satisfies Partial<Wish>

const contentOf = (data: WishEvent['data']) => ({
  itemId: data.itemId as string | null,
  quantity: data.quantity as number,
  measure: data.measure as string,
  valueFen: data.valueFen as number | null,
  ageBand: data.ageBand as AgeBand | null,
})

function firstOf(event: WishEvent): Wish {
  const { stream, seq, state, actorId, at, communityId, gridId, category, urgency, source, ruleVersion, data } = event
  return {
    ...noClaim,
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
    postedBy: actorId,
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
  }
}
