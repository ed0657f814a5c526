import { volunteerFile } from '#db/people/volunteer-rows.ts'
import { codeOfWish, type Passage, reachOf } from '#db/wishes/wish-history.ts'
import { type Actor, isSecretaryOf, isStaffOf, isVolunteerOf } from '#domain/people/actor.ts'
import type { Rules } from '#domain/rules.ts'
import { addDays, localDay } from '#domain/time/workdays.ts'
import { shareLeft } from '#domain/wish/acts/join-act.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import type { Helper, Joint, Postpone, Waits } from '#views/wishes/wait-types.ts'

type Known = {
  readonly actions: readonly Action[]
  readonly history: readonly Passage[]
  readonly rules: Rules
  readonly zone: string
}

/** What this reader may see and do about the waiting of a wish. */
export async function waitsOf(c: C, wish: Wish, { actions, history, rules, zone }: Known): Promise<Waits> {
  const { store, now } = c.get('services')
  const { db } = store
  const actor = c.get('actor')
  const id = actor.kind === 'person' ? actor.id : ''
  const branchOf = async (personId: string) => (await volunteerFile(db, wish.communityId, personId))?.branch ?? ''
  const mayShare = wish.state === 'open' && wish.quantity > 1 && isVolunteerOf(actor, wish.communityId)
  const isInside = isStaffOf(actor, wish)
  return {
    postpone: actions.includes('postpone') ? postponeOf(actor, wish, rules, now(), zone) : null,
    askedAfter: actions.includes('keep') && isAsked(wish, history) ? rules.askAfter : null,
    ownBranch: mayShare ? await branchOf(id) : '',
    ledBy: wish.forBranch && wish.claimantId ? await branchOf(wish.claimantId) : '',
    joint: wish.isJoint ? await jointOf(c, wish, actions, isInside) : null,
    before: isInside && wish.repeatOf ? await codeOfWish(db, wish.repeatOf) : null,
  }
}

function postponeOf(actor: Actor, wish: Wish, rules: Rules, now: Date, zone: string): Postpone {
  const limit = rules.postponements
  if (wish.postponed >= limit) return { kind: 'over', why: { why: 'postponed-enough', limit } }
  if (wish.claimPostponed && !isSecretaryOf(actor, wish.communityId))
    return { kind: 'over', why: { why: 'postponed-once' } }
  const today = localDay(now, zone)
  const from = wish.dueAt && wish.dueAt > now ? localDay(wish.dueAt, zone) : today
  return { kind: 'open', from: addDays(from, 1), until: addDays(today, rules.postponeDays), limit }
}

/** Whether the clock has asked if it is still needed, and there is no answer yet. */
function isAsked(wish: Wish, history: readonly Passage[]): boolean {
  const last = history.findLast(({ action }) => action === 'ask' || action === 'keep')
  return wish.state === 'open' && last?.action === 'ask' && last.at >= wish.since
}

async function jointOf(c: C, wish: Wish, actions: readonly Action[], isInside: boolean): Promise<Joint> {
  const actor = c.get('actor')
  const id = actor.kind === 'person' ? actor.id : ''
  const isJoiner = wish.joiners.some(({ personId }) => personId === id)
  const isOne = isJoiner || wish.claimantId === id
  const left = wish.state === 'claimed' ? shareLeft(wish) : 0
  const people = isOne || isInside ? await helpersOf(c, wish) : null
  return { left, mayJoin: actions.includes('join') && !isOne && left > 0, isJoiner, people }
}

export async function helpersOf(c: C, wish: Wish): Promise<readonly Helper[]> {
  const brought = wish.joiners.reduce((sum, { quantity }) => sum + quantity, 0)
  // While others may join, what is not promised yet is named separately; at the delivery it is the claimant's.
  const left = wish.state === 'claimed' ? shareLeft(wish) : 0
  const lead = { personId: wish.claimantId ?? '', quantity: wish.quantity - brought - left, isLead: true }
  const all = [lead, ...wish.joiners.map((joiner) => ({ ...joiner, isLead: false }))]
  const found = await reachOf(
    c.get('services').store.db,
    all.map(({ personId }) => personId),
  )
  return all.flatMap((helper) => {
    const person = found.get(helper.personId)
    return person ? [{ ...helper, name: person.name, phone: person.phone }] : []
  })
}
