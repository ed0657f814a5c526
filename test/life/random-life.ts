import fc from 'fast-check'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { amendWish } from '#actions/wishes/post-wish.ts'
import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { newId } from '#auth/hashing.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { type Actor, clock, type Person } from '#domain/people/actor.ts'
import { postponeReasons } from '#domain/vocabulary.ts'
import { type Action, actions } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import { actionsFor } from '#domain/wish/parties.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { tick } from '#jobs/run-clock.ts'
import { type Community, milk, secret } from './cast.ts'

/** One moment of a random history: who does what to which wish, after how many minutes, and who does it at the same time. */
type Moment = {
  readonly who: number
  readonly wish: number
  readonly what: number
  readonly minutes: number
  /** Whether also what the buttons do not offer is tried. */
  readonly isWild: boolean
  readonly besides: number | null
  readonly detail: number
}

export const history = (length: number): fc.Arbitrary<readonly Moment[]> =>
  fc.array(
    fc.record({
      who: fc.nat(99),
      wish: fc.nat(99),
      what: fc.nat(99),
      minutes: fc.constantFrom(0, 1, 20, 45, 60 * 5, 60 * 26, 60 * 24 * 6, 60 * 24 * 17),
      isWild: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      besides: fc.option(fc.nat(99), { freq: 4 }),
      detail: fc.nat(99),
    }),
    { minLength: length, maxLength: length },
  )

/** Lives through a history; everything goes through the actions, as the routes would do it. */
export async function liveThrough(place: Community, cast: readonly Person[], moments: readonly Moment[]) {
  const [poster] = cast
  const wishes: Wish[] = []
  for (let n = 0; n < 3; n++)
    wishes.push(await place.post(poster as Person, n ? { every: 'month' } : { valueFen: 30_000 }))

  for (const moment of moments) {
    place.clock.now = new Date(place.clock.now.getTime() + moment.minutes * 60_000)
    const wish = wishes[moment.wish % wishes.length] as Wish
    const actors = [moment.who, ...(moment.besides === null ? [] : [moment.besides])]
    await Promise.all(
      actors.map((who) => actOn(place, [...cast, clock][who % (cast.length + 1)] as Actor, wish, moment)),
    )
  }
}

async function actOn(place: Community, actor: Actor, stale: Wish, moment: Moment): Promise<void> {
  if (actor.kind === 'clock') return void (await tick(place.services))
  const wish = await place.fresh(stale)
  const offered = moment.isWild ? actions : actionsFor(actor, wish)
  const action = offered[moment.what % offered.length]
  if (!action) return
  if (action === 'amend' || action === 'post') return void (await amend(place, actor, wish, moment))
  const order = await orderOf(place, actor, action, moment)
  if (!order) return
  const right = receiptCode(secret, wish.id, wish.round)
  const typedCode = moment.detail % 3 ? right : '000000'
  // Some callers do not give up, and the clock is quick, else hardly any random life would see the last try.
  const times = action === 'try' && moment.detail % 2 ? 3 : 1
  for (let n = 0; n < times; n++) {
    if (n) place.clock.now = new Date(place.clock.now.getTime() + 2 * 3600 * 1000)
    await moveWish(place.services, actor, { code: wish.code, orders: [order], typedCode })
  }
  if (times > 1) await tick(place.services)
}

const amend = (place: Community, actor: Actor, wish: Wish, { detail }: Moment) => {
  const posting = {
    content: {
      ...milk,
      quantity: 1 + (detail % 3),
      urgency: (['red', 'yellow', 'blue'] as const)[detail % 3] ?? 'blue',
    },
    words: '',
    specification: `size ${detail}`,
    claimerNote: detail % 2 ? 'ring twice' : '',
    repeatReason: 'as agreed',
    oddReason: 'as agreed',
  }
  return amendWish(place.services, actor, wish.code, posting, wish.seq)
}

const text = 'for a reason'
const reason = [{ kind: 'reason', text }] as const
const handover = [{ kind: 'handover', text }] as const
const word = { speaker: 'relative', satisfaction: 'satisfied' } as const

async function orderOf(place: Community, actor: Actor, action: Action, { detail }: Moment) {
  const { services, clock: time } = place
  if (action === 'claim') {
    const id = actor.kind === 'person' && detail % 4 ? actor.id : `v${detail % 4}`
    const volunteer = await volunteerOf(services.store.db, id, 'c')
    const isJoint = detail % 3 > 0
    return volunteer && { action, claimId: newId(), volunteer, isExtra: detail % 2 === 0, isJoint }
  }
  if (action === 'request') {
    const volunteer = actor.kind === 'person' ? await volunteerOf(services.store.db, actor.id, 'c') : null
    return volunteer && { action, volunteer }
  }
  if (action === 'join') {
    const volunteer = actor.kind === 'person' ? await volunteerOf(services.store.db, actor.id, 'c') : null
    return volunteer && { action, volunteer, quantity: 1 + (detail % 2) }
  }
  const orders: Partial<Record<Action, Order>> = {
    publish: { action: 'publish', publicText: '', approvesValue: detail % 3 > 0 },
    return: { action: 'return', notes: reason },
    schedule: { action: 'schedule', visitAt: new Date(time.now.getTime() + (detail - 5) * 3_600_000) },
    release: { action: 'release', notes: detail % 5 ? handover : [] },
    postpone: {
      action: 'postpone',
      until: new Date(time.now.getTime() + (2 + (detail % 9)) * 24 * 3_600_000),
      reason: postponeReasons[detail % postponeReasons.length] ?? 'goods-late',
    },
    leave: { action: 'leave' },
    inform: { action: 'inform' },
    nudge: { action: 'nudge' },
    keep: { action: 'keep' },
    spare: detail % 4 ? undefined : { action: 'spare' },
    follow: { action: 'follow', outcome: detail % 2 ? 'asked' : 'no-answer' },
    answer: { action: 'answer', how: 'referral', told: detail % 2 ? 'phone' : 'visit' },
    lapse: { action: 'lapse' },
    deliver: { action: 'deliver' },
    undo: { action: 'undo' },
    confirm: detail % 2 ? { action: 'confirm', how: 'code' } : { action: 'confirm', how: 'call', ...word },
    try: { action: 'try', outcome: 'no-answer' },
    exhaust: { action: 'exhaust' },
    rate: { action: 'rate', ...word },
    reopen: { action: 'reopen', reason: 'not-received', ...word },
    refer: detail % 8 ? undefined : { action: 'refer', reason: 'policy' },
    withdraw: detail % 8 ? undefined : { action: 'withdraw', reason: 'moved' },
  }
  return orders[action] ?? null
}
