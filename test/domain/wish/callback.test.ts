import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clock } from '#domain/people/actor.ts'
import { clockTime } from '#domain/time/clock-time.ts'
import { bestTime, countTry, noTries } from '#domain/wish/callback.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { act, beijing, clara, delivered, minutesAfter, monday, orders, outcome, setting } from './one-wish.ts'

const zone = 'Asia/Shanghai'

/** The delivery after a try at each of these minutes. */
function tried(...minutes: readonly number[]): Wish {
  let wish = delivered()
  for (const after of minutes) {
    const verdict = act(wish, orders.try, clara, setting({ now: minutesAfter(monday, after) }))
    if (!verdict.ok) throw new Error(verdict.refusal.why)
    wish = verdict.wish
  }
  return wish
}

describe('tries at different hours', () => {
  test.each([
    ['one', [0], 1, null],
    ['a second a minute too early', [0, 119], 1, null],
    ['a second two hours later', [0, 120], 2, null],
    ['two hours are reckoned from the one that counted', [0, 119, 121], 2, null],
    ['a third is the last', [0, 120, 240], 3, 240],
    ['a fourth changes nothing about when they were spent', [0, 120, 240, 500], 4, 240],
  ] as const)('%s', (_name, minutes, count, spent) => {
    const triesSpentAt = spent === null ? null : minutesAfter(monday, spent)
    expect(tried(...minutes)).toMatchObject({ state: 'delivered', callbackTries: count, triesSpentAt })
  })

  test('how many are asked for is a rule of the day of publication', () => {
    expect(countTry(noTries, monday, 1)).toEqual({ counted: true, spent: true })
    expect(countTry(noTries, monday, 2)).toEqual({ counted: true, spent: false })
  })

  test('only the clock gives up, and only after the last', () => {
    expect(outcome(act(tried(0, 120), orders.exhaust, clock))).toBe('tries-left')
    expect(outcome(act(tried(0, 120, 240), orders.exhaust, clara))).toBe('not-allowed')
    expect(act(tried(0, 120, 240), orders.exhaust, clock)).toMatchObject({ ok: true, wish: { state: 'unconfirmed' } })
  })

  test('start again with another delivery', () => {
    const verdict = act(tried(0, 120), orders.reopen, clara)
    expect(verdict).toMatchObject({ ok: true, wish: noTries })
  })
})

describe('when ringing makes sense', () => {
  const hours = { callFrom: '10:30', callUntil: '13:00' }
  const at = (time: string, last: string | null = null, good: Parameters<typeof bestTime>[0] = hours) =>
    bestTime(good, last ? beijing(`2026-11-02T${last}`) : null, beijing(`2026-11-02T${time}`), zone)

  test.each([
    ['within the good hours: now', at('11:00:00'), '2026-11-02T11:00:00'],
    ['before them: when they begin', at('09:00:00'), '2026-11-02T10:30:00'],
    ['after them: tomorrow', at('13:00:00'), '2026-11-03T10:30:00'],
    ['an hour after a try: in an hour', at('11:30:00', '10:30:00'), '2026-11-02T12:30:00'],
    ['another hour would be too late: tomorrow', at('12:00:00', '11:30:00'), '2026-11-03T10:30:00'],
    ['no hours were said: now', at('07:00:00', null, { callFrom: null, callUntil: null }), '2026-11-02T07:00:00'],
  ])('%s', (_name, when, expected) => {
    expect(when).toEqual(beijing(expected))
  })

  test('is never in the past, never within two hours of the last try, and always within the good hours', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(minutes, minutes, (nowIn, lastIn) => {
        const [now, last] = [
          minutesAfter(monday, Math.max(nowIn, lastIn)),
          minutesAfter(monday, Math.min(nowIn, lastIn)),
        ]
        const when = bestTime(hours, last, now, zone)
        expect(when >= now && when.getTime() - last.getTime() >= 2 * 3600 * 1000).toBe(true)
        expect(clockTime(when, zone) >= '10:30' && clockTime(when, zone) < '13:00').toBe(true)
      }),
    )
  })
})
