import { describe, expect, test } from 'vitest'
import { type Actor, clock } from '#domain/people/actor.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { type ReferReason, urgencies, type WithdrawReason } from '#domain/vocabulary.ts'
import * as life from './one-wish.ts'

const { act, allWell, anna, beijing, ben, claimed, claimOf, clara, cleo, delivered, dora } = life
const { minutesAfter, monday, orders, outcome, setting, wish } = life

describe('time', () => {
  const on = (now: Date, known = allWell, promised = {}) => setting({ now, known, promised })

  // Real days: the Spring Festival of 2026 runs from 15 to 23 February, with the 14th and the 28th as make-up workdays.
  test.each([
    ['red', '2026-02-13T18:00:00', '2026-02-14'],
    ['yellow', '2026-02-13T18:00:00', '2026-02-25'],
    ['blue', '2026-02-13T18:00:00', '2026-03-02'],
    ['red', '2026-11-02T00:00:00', '2026-11-03'],
    ['yellow', '2026-11-02T23:59:59', '2026-11-05'],
    ['blue', '2026-11-02T10:00:00', '2026-11-11'],
  ] as const)('%s claimed at %s is due at the end of %s', (urgency, at, day) => {
    const verdict = act(wish({ urgency }), claimOf(ben), ben, on(beijing(at)))
    const due = beijing(`${day}T23:59:59`)
    expect(verdict).toMatchObject({ wish: { dueAt: due, promiseAt: due, firstClaimedAt: beijing(at) } })
  })

  test.each(urgencies)('%s is due after the days of the rules it was published under', (urgency) => {
    const given = on(monday, allWell, { deliverWithin: { red: 2, yellow: 5, blue: 9 } })
    const days = { red: 2, yellow: 5, blue: 9 }[urgency]
    expect(act(wish({ urgency }), claimOf(ben), ben, given)).toMatchObject({
      wish: { dueAt: dueAt(given.calendar, monday, days) },
    })
  })

  test('later claims do not move the promise', () => {
    const promiseAt = beijing('2026-11-05T23:59:59')
    const later = act(
      wish({ promiseAt, firstClaimedAt: monday }),
      claimOf(cleo),
      cleo,
      on(beijing('2026-11-05T09:00:00')),
    )
    expect(later).toMatchObject({ wish: { promiseAt, dueAt: beijing('2026-11-10T23:59:59'), firstClaimedAt: monday } })
  })

  test('the visit lies ahead, and within sixty days', () => {
    const at = (visitAt: Date) => outcome(act(claimed(), { action: 'schedule', visitAt }, ben))
    expect(at(monday)).toBe('bad-visit-time')
    expect(at(minutesAfter(monday, 1))).toBe('ok')
    expect(at(minutesAfter(monday, 60 * 24 * 60))).toBe('bad-visit-time')
  })

  test('an overdue claim lapses when its working day of grace is over, across a weekend', () => {
    const nextAt = beijing('2026-11-10T00:00:00')
    const friday = claimed({ dueAt: beijing('2026-11-06T23:59:59'), nextStep: 'lapse', nextAt })
    expect(act(friday, orders.lapse, clock, on(beijing('2026-11-09T23:59:59')))).toMatchObject({
      refusal: { why: 'not-due', until: nextAt },
    })
    expect(outcome(act(friday, orders.lapse, clock, on(beijing('2026-11-10T00:00:00'))))).toBe('ok')
  })

  test('a delivery can be undone for 30 minutes by the claimant, then by the secretary, never after a confirmation', () => {
    const at = (minutes: number, who: Actor, on = delivered()) =>
      outcome(act(on, orders.undo, who, setting({ now: minutesAfter(monday, minutes) })))
    expect([at(30, ben), at(30.1, ben), at(6000, dora), at(5, clara), at(5, cleo)]).toEqual([
      ...['ok', 'undo-too-late', 'ok', 'not-allowed', 'not-allowed'],
    ])
    expect(at(5, ben, delivered({ state: 'fulfilled', confirmedAt: monday }))).toBe('wrong-state')
    expect(at(5, dora, delivered({ state: 'fulfilled', confirmedAt: monday }))).toBe('wrong-state')
  })

  test('contact and call-back run from the delivery: a day, and three working days', () => {
    expect(act(claimed(), orders.deliver, ben)).toMatchObject({
      wish: { state: 'delivered', deliveredAt: monday, callbackDueAt: beijing('2026-11-05T23:59:59') },
      event: { data: { contactUntil: beijing('2026-11-03T10:00:00').getTime() / 1000 } },
    })
  })
})

describe('the receipt code', () => {
  const tried = (codeIsRight: boolean, codeTriesLeft: number) => setting({ known: { codeIsRight, codeTriesLeft } })

  test('confirms when it is right, says how many tries are left when not, and is shut after the last', () => {
    const confirm = (given = tried(true, 1)) => act(delivered(), orders.confirm, ben, given)
    expect(confirm()).toMatchObject({
      ok: true,
      wish: { state: 'fulfilled', confirmedHow: 'code', satisfaction: null },
    })
    expect(confirm(tried(false, 5))).toMatchObject({ refusal: { why: 'wrong-code', left: 4 } })
    expect(confirm(tried(true, 0))).toMatchObject({ refusal: { why: 'code-locked' } })
  })
})

describe('reasons', () => {
  test('returning and giving back need a word', () => {
    const blank = (kind: 'reason' | 'handover') => [{ kind, text: '  ' }] as const
    const submitted = wish({ state: 'submitted', publishedAt: null })
    expect(outcome(act(submitted, { action: 'return', notes: blank('reason') }, dora))).toBe('reason-missing')
    expect(outcome(act(claimed(), { action: 'release', notes: blank('handover') }, ben))).toBe('reason-missing')
  })

  test('referring and withdrawing say why, and a withdrawn claim leaves no one waiting', () => {
    const reason: WithdrawReason = 'moved'
    const to: ReferReason = 'utility'
    expect(act(claimed(), { action: 'withdraw', reason }, anna)).toMatchObject({
      wish: { state: 'withdrawn', endReason: 'moved', endedAt: monday, claimantId: null, dueAt: null },
    })
    expect(act(wish(), { action: 'refer', reason: to }, anna)).toMatchObject({ wish: { endReason: 'utility' } })
  })
})
