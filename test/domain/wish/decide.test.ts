import { describe, expect, test } from 'vitest'
import { type Actor, anyone, clock } from '#domain/people/actor.ts'
import { type State, states } from '#domain/vocabulary.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'
import { type Action, actions, type Party } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import * as life from './one-wish.ts'

const { act, allWell, anna, beijing, ben, claimed, claimOf, clara, cleo, delivered, dora, emil, eve, gus } = life
const { allowed, minutesAfter, orders, outcome, setting, wish, zhao } = life

/** Who each of the cast is to a wish that anna posted and ben claimed, written down by hand. */
const cast: readonly (readonly [string, Actor, readonly Party[]])[] = [
  ['anna, who posted it', anna, ['gridWorker', 'caller']],
  ['clara of the same grid', clara, ['gridWorker', 'caller']],
  ['gus of another grid', gus, []],
  ['the secretary', dora, ['secretary', 'caller']],
  ['the claimant', ben, ['volunteer', 'claimant', 'codeHolder']],
  ['another volunteer', cleo, ['volunteer']],
  ['a secretary of elsewhere', zhao, []],
  ['supervisor and administrator', eve, ['supervisor']],
  ['the clock', clock, ['clock']],
  ['anyone', anyone, []],
  ['the receiving side on its page', life.receiver, ['receiver']],
]

const rowFor = (action: Action, from: State | 'none') => allowed.find((row) => row[0] === action && row[1] === from)

test('each act of the lifecycle has its rows, and no other act has any', () => {
  expect([...new Set(allowed.map(([action]) => action))].sort()).toEqual([...actions].sort())
})

describe.each(cast)('%s', (_name, actor, parties) => {
  // Late enough for a claim to lapse, minutes after the delivery: only state and party can be a reason to refuse.
  const now = beijing('2026-12-01T10:00:00')
  const given = setting({ now, known: allWell })
  // An approval is asked for at the limit only.
  const full = setting({ now, known: { ...allWell, openClaims: 2 } })
  const asked: Record<Action, Order> = {
    ...orders,
    schedule: { action: 'schedule', visitAt: minutesAfter(now, 60) },
    request: { action: 'request', volunteer: life.volunteer(actor === ben ? ben : cleo) },
    claim: claimOf(actor === ben ? ben : cleo),
    postpone: { ...orders.postpone, until: minutesAfter(now, 5 * 24 * 60) },
    join: { ...orders.join, volunteer: life.volunteer(actor === ben ? ben : cleo) },
    leave: { action: 'leave', personId: 'emil' },
    confirm: parties.includes('codeHolder')
      ? orders.confirm
      : { action: 'confirm', how: actor === life.receiver ? 'page' : 'call', ...life.call },
    spare: actor === life.receiver ? { action: 'spare', onPage: true } : orders.spare,
    rate: { ...orders.rate, onPage: actor === life.receiver },
    reopen: { ...orders.reopen, onPage: actor === life.receiver },
  }

  /** What the clock has announced. */
  const announced: Partial<Record<Action, ClockStep>> = {
    remind: 'contact',
    escalate: 'push',
    ask: 'ask',
    carry: 'carry',
    lapse: 'lapse',
    repeat: 'repeat',
    replan: 'plan',
  }

  const expectedOf = (action: Action, state: State | 'none') => {
    const row = rowFor(action, state)
    if (!row) return action === 'claim' && state === 'claimed' ? 'taken' : 'wrong-state'
    if (!row[3].some((party) => parties.includes(party))) return 'not-allowed'
    // The claimant is a volunteer as well, but has the claim already.
    return action === 'join' && actor === ben ? 'not-joint' : 'ok'
  }

  test.each(actions)('may %s exactly where the rows above say so', (action) => {
    for (const state of states) {
      const joiners = action === 'leave' && actor === dora ? [{ personId: 'emil', quantity: 1 }] : []
      // The page spares the call of what it has rated, and rates what no one has.
      const rated = { satisfaction: action === 'spare' ? ('satisfied' as const) : null }
      const waits = {
        joiners,
        nextStep: announced[action] ?? null,
        nextAt: now,
        informSince: now,
        isJoint: true,
        stepsDone: action === 'advise' ? (['street'] as const) : [],
        ...rated,
      }
      const before = claimed({ state, deliveredAt: minutesAfter(now, -10), triesSpentAt: now, ...waits })

      const verdict = act(before, asked[action], actor, action === 'request' ? full : given)

      expect(`${state}: ${outcome(verdict)}`).toBe(`${state}: ${expectedOf(action, state)}`)
      if (!verdict.ok) continue
      expect(verdict.wish.state).toBe(rowFor(action, state)?.[2])
      expect(verdict.event).toMatchObject({ seq: before.seq + 1, state: verdict.wish.state, action, at: now })
    }
  })

  test.each(actions)('may %s as the first act exactly where the rows above say so', (action) => {
    const order = action === 'answer' ? life.directAnswer : asked[action]

    const verdict = act(null, order, actor, given)

    expect(outcome(verdict)).toBe(expectedOf(action, 'none'))
    if (verdict.ok) expect(verdict.wish).toMatchObject({ seq: 1, state: rowFor(action, 'none')?.[2] })
  })
})

describe('at the limit of open claims', () => {
  const full = setting({ known: { openClaims: 2, slots: [1, 2] } })
  const ask = (who = cleo): Order => ({ action: 'request', volunteer: life.volunteer(who) })

  test('a volunteer asks the secretary once; with room there is nothing to ask', () => {
    expect(outcome(act(wish(), claimOf(cleo), cleo, full))).toBe('person-limit')
    expect(outcome(act(wish(), ask(), cleo, full))).toBe('ok')
    expect(outcome(act(wish(), ask(), cleo, setting({ known: { openClaims: 1, slots: [1] } })))).toBe('has-room')
    const again = setting({ known: { openClaims: 2, slots: [1, 2], requestedBy: ['cleo'] } })
    expect(outcome(act(wish(), ask(), cleo, again))).toBe('requested-already')
  })

  test('the month of a work unit is a limit that can be asked about as well', () => {
    const unitFull = setting({ known: { unitSlots: [1, 2, 3, 4, 5] } })
    const order: Order = { action: 'request', volunteer: life.volunteer(cleo, 'water') }
    expect(outcome(act(wish(), claimOf(cleo, 'water'), cleo, unitFull))).toBe('unit-limit')
    expect(outcome(act(wish(), order, cleo, unitFull))).toBe('ok')
  })

  test('no one asks for a wish they could not claim, or for another volunteer', () => {
    expect(outcome(act(wish({ postedBy: 'emil' }), ask(emil), emil, full))).toBe('one-side')
    expect(outcome(act(wish({ barredId: 'cleo' }), ask(), cleo, full))).toBe('new-owner')
    expect(outcome(act(wish(), ask(ben), cleo, full))).toBe('not-allowed')
  })
})

describe('one person, one side', () => {
  test('the person who posted a wish cannot claim it, not even through a colleague’s form', () => {
    const own = wish({ postedBy: 'emil' })
    expect(outcome(act(own, claimOf(emil), emil))).toBe('one-side')
    expect(outcome(act(own, claimOf(emil), dora))).toBe('one-side')
    expect(outcome(act(wish(), claimOf(emil), emil))).toBe('ok')
  })

  test('a grid worker who is not a volunteer can claim for another person, never for herself', () => {
    expect(outcome(act(wish(), claimOf(clara), clara))).toBe('not-allowed')
    expect(outcome(act(wish(), claimOf(dora), dora))).toBe('not-allowed')
    expect(outcome(act(wish(), claimOf(ben), clara))).toBe('ok')
  })

  test('a volunteer cannot claim for anyone else', () => {
    expect(outcome(act(wish(), claimOf(ben), cleo))).toBe('not-allowed')
  })

  test('a secretary who claimed as a volunteer does not call back, and does not confirm with a call', () => {
    const own = delivered({ claimantId: 'emil' })
    for (const order of [orders.try, orders.reopen, { action: 'confirm', how: 'call', ...life.call } as const])
      expect(outcome(act(own, order, emil))).toBe('not-allowed')
    expect(outcome(act(own, { action: 'confirm', how: 'call', ...life.call }, dora))).toBe('ok')
  })

  test('a person who entered the claim or has seen the code cannot make the callback', () => {
    const entered = delivered({ enteredBy: 'anna' })
    const seen = setting({ known: { ...allWell, codeShownTo: ['clara'] } })
    expect(outcome(act(entered, orders.try, anna))).toBe('not-allowed')
    expect(outcome(act(entered, orders.try, clara))).toBe('ok')
    expect(outcome(act(entered, orders.try, clara, seen))).toBe('not-allowed')
  })

  test('a person who has seen the code cannot claim, deliver or enter a claim', () => {
    const seen = (id: string) => setting({ known: { ...allWell, codeShownTo: [id] } })
    expect(outcome(act(wish(), claimOf(emil), emil, seen('emil')))).toBe('knows-code')
    expect(outcome(act(wish(), claimOf(ben), emil, seen('emil')))).toBe('knows-code')
    expect(outcome(act(claimed(), orders.deliver, ben, seen('ben')))).toBe('knows-code')
  })

  test('an entered claim can be scheduled, delivered and given back by the person who entered it and by the secretary', () => {
    const entered = claimed({ enteredBy: 'anna' })
    for (const action of ['schedule', 'postpone', 'release', 'deliver'] as const) {
      const outcomes = [ben, anna, dora, clara, cleo].map((who) => outcome(act(entered, orders[action], who)))
      expect(outcomes, action).toEqual(['ok', 'ok', 'ok', 'not-allowed', 'not-allowed'])
    }
    const own = [anna, dora].map((who) => outcome(act(claimed(), orders.deliver, who)))
    expect(own).toEqual(['not-allowed', 'not-allowed'])
  })

  test('the person who recorded a delivery for a volunteer cannot make the callback, but another person can', () => {
    const entered = claimed({ enteredBy: 'anna' })
    const verdict = act(entered, orders.deliver, dora)
    const on = verdict.ok ? verdict.wish : entered
    expect(on).toMatchObject({ state: 'delivered', claimantId: 'ben', enteredBy: 'anna', deliveredBy: 'dora' })
    const byCall = { action: 'confirm', how: 'call', ...life.call } as const
    for (const order of [orders.try, orders.reopen, byCall])
      expect([anna, dora, clara].map((who) => outcome(act(on, order, who)))).toEqual([
        'not-allowed',
        'not-allowed',
        'ok',
      ])
    const undone = act(on, orders.undo, dora)
    expect(undone.ok && undone.wish.deliveredBy).toBeNull()
  })

  test('a code that a volunteer passes on confirms the delivery, unless the person entering it had seen it', () => {
    const on = delivered({ enteredBy: 'anna', deliveredBy: 'anna' })
    const seen = setting({ known: { ...allWell, codeShownTo: ['anna'] } })
    expect(outcome(act(on, orders.confirm, anna))).toBe('ok')
    expect(outcome(act(on, orders.confirm, anna, seen))).toBe('not-allowed')
    expect(outcome(act(claimed({ enteredBy: 'anna' }), orders.deliver, anna, seen))).toBe('knows-code')
  })

  test('a postponement by the person who entered the claim counts as the volunteer’s', () => {
    const verdict = act(claimed({ enteredBy: 'anna' }), orders.postpone, anna)
    const once = verdict.ok ? verdict.wish : claimed()
    expect(once.claimPostponed).toBe(true)
    const again = { ...orders.postpone, until: beijing('2026-11-13T23:59:59') }
    expect([anna, ben, dora].map((who) => outcome(act(once, again, who)))).toEqual([
      'postponed-once',
      'postponed-once',
      'ok',
    ])
  })

  test('a reopened wish needs a new owner', () => {
    const verdict = act(delivered(), orders.reopen, clara)
    const again = verdict.ok ? verdict.wish : wish()
    expect(again).toMatchObject({ state: 'open', barredId: 'ben', reopened: 1, claimantId: null, dueAt: null })
    expect(outcome(act(again, claimOf(ben), ben))).toBe('new-owner')
    expect(outcome(act(again, claimOf(cleo), cleo))).toBe('ok')
  })
})

describe('limits', () => {
  const having = (slots: readonly number[], unitSlots: readonly number[] = []) =>
    setting({ known: { ...allWell, slots, unitSlots, slotFrees: beijing('2026-11-04T23:59:59') } })
  const extra = (who = ben, unit: string | null = null) => ({ ...claimOf(who, unit), isExtra: true })

  test('two open claims a volunteer; the refusal says the limit and when it frees', () => {
    expect(act(wish(), claimOf(ben), ben, having([1]))).toMatchObject({ ok: true, event: { data: { slot: 2 } } })
    expect(act(wish(), claimOf(ben), ben, having([1, 2]))).toMatchObject({
      refusal: { why: 'person-limit', limit: 2, frees: beijing('2026-11-04T23:59:59') },
    })
    expect(act(wish(), claimOf(ben), ben, having([2]))).toMatchObject({ event: { data: { slot: 1 } } })
  })

  test('five claims a work unit and month, from the first of the next month again', () => {
    const five = [1, 2, 3, 4, 5]
    expect(act(wish(), claimOf(ben, 'water'), ben, having([], five))).toMatchObject({
      refusal: { why: 'unit-limit', limit: 5, frees: beijing('2026-12-01T00:00:00') },
    })
    expect(act(wish(), claimOf(ben), ben, having([], five))).toMatchObject({ event: { data: { monthSlot: null } } })
    const given = { ...having([], [1, 2, 4, 5]), now: beijing('2026-11-30T23:59:59') }
    expect(act(wish(), claimOf(ben, 'water'), ben, given)).toMatchObject({
      event: { data: { monthSlot: 3, month: '2026-11' } },
    })
  })

  test('only the secretary approves an extra one, and no one approves their own', () => {
    expect(act(wish(), extra(), dora, having([1, 2]))).toMatchObject({ event: { data: { slot: 3, isExtra: true } } })
    expect(act(wish(), extra(ben, 'water'), dora, having([], [1, 2, 3, 4, 5]))).toMatchObject({
      event: { data: { monthSlot: 6 } },
    })
    expect(outcome(act(wish(), extra(), clara, having([1, 2])))).toBe('person-limit')
    expect(outcome(act(wish(), extra(), ben, having([1, 2])))).toBe('person-limit')
    expect(outcome(act(wish(), extra(emil), emil, having([1, 2])))).toBe('person-limit')
  })

  test('a volunteer who is not active claims nothing', () => {
    const sleeping = { ...claimOf(ben), volunteer: { ...life.volunteer(ben), isActive: false } }
    expect(outcome(act(wish(), sleeping, dora))).toBe('not-active')
  })
})
