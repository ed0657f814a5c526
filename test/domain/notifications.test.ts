import { describe, expect, test } from 'vitest'
import { nobody, notificationsAfter } from '#domain/notifications.ts'
import type { Actor } from '#domain/people/actor.ts'
import { clock } from '#domain/people/actor.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Wish } from '#domain/wish/wish.ts'
import * as life from '#test/domain/wish/one-wish.ts'

const { act, allWell, anna, beijing, ben, claimed, claimOf, clara, cleo, delivered, dora, orders, setting, wish } = life

/** Who is told when this is done. dora and emil are the secretaries. */
function told(on: Wish | null, order: Order, actor: Actor, now = life.monday): readonly string[] {
  const verdict = act(on, order, actor, setting({ now, known: allWell }))
  if (!verdict.ok) throw new Error(verdict.refusal.why)
  return notificationsAfter(verdict.event, on, verdict.wish, { ...nobody, secretaries: ['dora', 'emil'] }).map(
    (one) => one.personId,
  )
}

describe('who is notified', () => {
  const submitted = wish({ state: 'submitted', publishedAt: null })
  const late = beijing('2026-12-01T10:00:00')
  const byCall = { action: 'confirm', how: 'call', ...life.call } as const

  test.each([
    ['a posting', told(null, orders.post, anna), ['dora', 'emil']],
    ['a publication', told(submitted, orders.publish, dora), ['anna']],
    ['a return', told(submitted, orders.return, dora), ['anna']],
    ['a claim', told(wish(), claimOf(ben), ben), ['anna']],
    ['a claim entered by the poster', told(wish(), claimOf(ben), anna), ['ben']],
    ['a visit agreed', told(claimed(), orders.schedule, ben), ['anna']],
    ['a visit recorded for a volunteer', told(claimed({ enteredBy: 'anna' }), orders.schedule, anna), ['ben']],
    [
      'a delivery recorded for a volunteer',
      told(claimed({ enteredBy: 'anna' }), orders.deliver, anna),
      ['ben', 'dora', 'emil'],
    ],
    [
      'a claim given back for a volunteer',
      told(claimed({ enteredBy: 'anna' }), orders.release, anna),
      ['ben', 'dora', 'emil'],
    ],
    ['a claim given back', told(claimed(), orders.release, ben), ['anna', 'dora', 'emil']],
    ['a claim taken back by the secretary', told(claimed(), orders.release, dora), ['anna', 'ben', 'emil']],
    [
      'a lapse',
      told(claimed({ nextStep: 'lapse', nextAt: late }), orders.lapse, clock, late),
      ['anna', 'ben', 'dora', 'emil'],
    ],
    ['a delivery', told(claimed(), orders.deliver, ben), ['anna', 'dora', 'emil']],
    ['a confirmation', told(delivered(), byCall, clara), ['anna', 'ben']],
    ['a call that reached nobody', told(delivered(), orders.try, clara), []],
    [
      'a call-back given up',
      told(delivered({ triesSpentAt: late }), orders.exhaust, clock, late),
      ['anna', 'dora', 'emil'],
    ],
    ['a reopening', told(delivered(), orders.reopen, clara), ['anna', 'ben', 'dora', 'emil']],
    ['a withdrawal', told(claimed(), orders.withdraw, clara), ['anna', 'ben']],
  ])('%s', (_name, people, expected) => {
    expect([...people].sort()).toEqual(expected)
  })

  test('no one is notified twice, or of their own act', () => {
    expect(told(wish({ postedBy: 'dora' }), claimOf(cleo), cleo)).toEqual(['dora'])
    const own = claimed({ postedBy: 'dora' })
    expect([...told(own, orders.release, ben)].sort()).toEqual(['dora', 'emil'])
    expect(told(own, orders.withdraw, dora)).toEqual(['ben'])
  })
})
