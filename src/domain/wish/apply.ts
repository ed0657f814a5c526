import { weighsFrom } from '#domain/board/board-priority.ts'
import { rankOf } from '#domain/vocabulary.ts'
import { noClaim } from '#domain/wish/claim/no-claim.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'
import { acts } from './acts.ts'
import { contentOf } from './content-data.ts'
import type { Wish } from './wish.ts'
import { instantOf, type WishEvent } from './wish-events.ts'

/** The wish after an event. Applying all events of a stream in turn gives exactly its row in `wishes`. */
export function project(wish: Wish | null, event: WishEvent): Wish {
  const before = wish ?? firstOf(event)
  const { seq, state, gridId, category, urgency, source, unitId, round, dueAt, promiseAt, ruleVersion } = event
  const rank = rankOf(urgency)
  const held = { seq, state, gridId, category, urgency, rank, source, unitId, round, dueAt, promiseAt, ruleVersion }
  const after = { ...before, ...held, ...waitOf(before, event), ...acts[event.action].apply(before, event) }
  return { ...after, weighsFrom: weighsFrom(after) }
}

/** The wish as its events, in the order of their numbers, made it; null without events. */
export const replay = (events: readonly WishEvent[]): Wish | null => events.reduce<Wish | null>(project, null)

/** What every event sets again: since when the wish has been waiting, and what the clock does next. */
function waitOf(wish: Wish, { at, state, data }: WishEvent): Partial<Wish> {
  const fresh = state === wish.state ? {} : { ...noSteps, since: at }
  return {
    ...fresh,
    nextStep: (data.next ?? null) as ClockStep | null,
    nextAt: instantOf(data.nextAt),
    ...(data.tell === true ? { informSince: wish.informSince ?? at } : {}),
  }
}

const noSteps = { stepsDone: [], remindedAt: null, askedAt: null, restsUntil: null } as const satisfies Partial<Wish>

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
    countedGridId: gridId,
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
    informSince: null,
    repeatOf: (data.repeatOf ?? null) as string | null,
    weighsFrom: null,
  }
}
