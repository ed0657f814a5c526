import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priorityOf, weighsFrom, weights } from '#domain/board/board-priority.ts'
import { clock, type Person } from '#domain/people/actor.ts'
import { type PostponeReason, postponeReasons, urgencies } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import * as life from './one-wish.ts'

const { act, beijing, ben, claimed, cleo, clara, delivered, dora, minutesAfter, monday, outcome, setting, wish } = life

const moved = (verdict: ReturnType<typeof act>): Wish => {
  if (!verdict.ok) throw new Error(verdict.refusal.why)
  return verdict.wish
}

describe('a postponement', () => {
  const thursday = beijing('2026-11-05T23:59:59')
  const tuesday = beijing('2026-11-10T23:59:59')
  const later = (on: Wish, who: Person, until = tuesday, reason: PostponeReason = 'volunteer-busy') =>
    act(on, { action: 'postpone', until, reason }, who)

  test('for the resident’s reasons moves the promise; for the volunteer’s only the date of the claim', () => {
    for (const reason of postponeReasons) {
      const { dueAt, promiseAt, informSince } = moved(later(claimed(), ben, tuesday, reason))
      const isResidents = reason.startsWith('resident-')
      expect([dueAt, promiseAt]).toEqual([tuesday, isResidents ? tuesday : thursday])
      // The resident knows their own reasons.
      expect(informSince).toEqual(isResidents ? null : monday)
    }
  })

  test('is possible once for the claimant in a claim, in addition for the secretary, and three times in all', () => {
    const once = moved(later(claimed(), ben))
    expect(outcome(later(once, ben, beijing('2026-11-12T23:59:59')))).toBe('postponed-once')
    const twice = moved(later(once, dora, beijing('2026-11-12T23:59:59')))
    const thrice = moved(later(twice, dora, beijing('2026-11-13T23:59:59')))
    expect(later(thrice, dora, beijing('2026-11-14T23:59:59'))).toMatchObject({
      refusal: { why: 'postponed-enough', limit: 3 },
    })
    expect(outcome(later(claimed(), cleo))).toBe('not-allowed')
  })

  test('only ever moves a date to a later day, at most thirty days from now', () => {
    expect(outcome(later(claimed(), ben, thursday))).toBe('bad-postponement')
    expect(outcome(later(claimed(), ben, beijing('2026-12-02T23:59:59')))).toBe('ok')
    expect(outcome(later(claimed(), ben, beijing('2026-12-03T00:00:00')))).toBe('bad-postponement')
    expect(outcome(later(wish(), dora, monday))).toBe('bad-postponement')
  })

  test('of an open wish lets it rest: no one is notified before that day that it is waiting', () => {
    const resting = moved(later(wish(), dora, beijing('2026-11-20T23:59:59'), 'resident-away'))
    expect(resting).toMatchObject({ state: 'open', dueAt: null, promiseAt: null, nextStep: 'push' })
    expect(resting.nextAt).toEqual(beijing('2026-11-26T10:00:00'))
  })

  test('starts the reminders again', () => {
    const reminded = claimed({ stepsDone: ['contact', 'due', 'overdue'], nextStep: 'lapse', nextAt: thursday })
    expect(moved(later(reminded, ben))).toMatchObject({ nextStep: 'due', nextAt: beijing('2026-11-10T10:00:00') })
  })
})

describe('a joint claim', () => {
  const joint = (changes: Partial<Wish> = {}) => claimed({ quantity: 4, isJoint: true, ...changes })
  const join = (on: Wish, who: Person, quantity = 1) =>
    act(on, { action: 'join', volunteer: life.volunteer(who), quantity }, who)

  test('accepts joiners for what is left after the claimant’s own part', () => {
    expect(outcome(join(joint(), cleo, 3))).toBe('ok')
    expect(join(joint(), cleo, 4)).toMatchObject({ refusal: { why: 'share-taken', left: 3 } })
    const taken = joint({ joiners: [{ personId: 'emil', quantity: 3 }] })
    expect(join(taken, cleo)).toMatchObject({ refusal: { why: 'share-taken', left: 0 } })
    for (const odd of [0, -1, 1.5, Number.NaN]) expect(outcome(join(joint(), cleo, odd))).toBe('share-taken')
  })

  test('is open only where the lead asked for company, once to each, and never to the poster', () => {
    expect(outcome(join(joint({ isJoint: false }), cleo))).toBe('not-joint')
    expect(outcome(join(joint(), ben))).toBe('not-joint')
    expect(outcome(join(joint({ joiners: [{ personId: 'cleo', quantity: 1 }] }), cleo))).toBe('not-joint')
    expect(outcome(join(joint({ postedBy: 'cleo' }), cleo))).toBe('one-side')
    expect(outcome(join(joint({ barredId: 'cleo' }), cleo))).toBe('new-owner')
  })

  test('does not let anyone who brought part of it make the callback', () => {
    const both: Person = { ...clara, roles: [...clara.roles, ...cleo.roles] }
    const call = { action: 'confirm', how: 'call', ...life.call } as const
    expect(outcome(act(delivered(), call, both))).toBe('ok')
    expect(outcome(act(delivered({ joiners: [{ personId: 'clara', quantity: 1 }] }), call, both))).toBe('not-allowed')
  })

  test('can be left again, and ends with the claim', () => {
    const withCleo = moved(join(joint(), cleo))
    expect(moved(act(withCleo, { action: 'leave' }, cleo)).joiners).toEqual([])
    const notes = [{ kind: 'handover', text: 'the shop was closed' }] as const
    expect(moved(act(withCleo, { action: 'release', notes }, ben))).toMatchObject({ joiners: [], isJoint: false })
  })
})

describe('who has to be informed that the day has moved', () => {
  test('stays on the list until they have been informed', () => {
    const told = act(claimed({ informSince: monday }), { action: 'inform' }, clara)
    expect(moved(told).informSince).toBeNull()
    expect(outcome(act(claimed(), { action: 'inform' }, clara))).toBe('not-told')
  })
})

describe('the clock', () => {
  test('does only what was announced, and not before its time', () => {
    const waits = wish({ nextStep: 'push', nextAt: minutesAfter(monday, 1) })
    const push = (now: Date) => outcome(act(waits, { action: 'escalate', step: 'push' }, clock, setting({ now })))
    expect([push(monday), push(minutesAfter(monday, 1))]).toEqual(['not-due', 'ok'])
    const other = act(waits, { action: 'ask' }, clock, setting({ now: minutesAfter(monday, 60) }))
    expect(outcome(other)).toBe('not-due')
  })
})

describe('the board', () => {
  const published = fc.date({
    min: beijing('2026-01-01T00:00:00'),
    max: beijing('2026-11-01T00:00:00'),
    noInvalidDate: true,
  })
  const weighed = fc.record({
    publishedAt: published,
    urgency: fc.constantFrom(...urgencies),
    carried: fc.nat(6),
    reopened: fc.nat(3),
  })

  test('has the same order by its key as by the weight that the rules page tells, on every day', () => {
    const told = ({
      publishedAt,
      urgency,
      carried,
      reopened,
    }: typeof weighed extends fc.Arbitrary<infer W> ? W : never) =>
      Math.floor((monday.getTime() - publishedAt.getTime()) / 86_400_000) +
      weights.urgency[urgency] +
      10 * carried +
      10 * reopened
    fc.assert(
      fc.property(weighed, weighed, (one, other) => {
        const [a, b] = [weighsFrom(one) as Date, weighsFrom(other) as Date]
        expect(priorityOf(a, monday)).toBe(told(one))
        if (a < b) expect(told(one)).toBeGreaterThanOrEqual(told(other))
      }),
    )
  })
})
