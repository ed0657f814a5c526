import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nobody, notificationsAfter } from '#domain/notifications.ts'
import { clock } from '#domain/people/actor.ts'
import type { EnteredHolidays } from '#domain/time/holiday-layers.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, dueAt, localDay } from '#domain/time/workdays.ts'
import { nextStepOf } from '#domain/wish/clock/next-step.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { act, beijing, claimed, delivered, monday, outcome, setting, wish } from './one-wish.ts'

const zone = 'Asia/Shanghai'
const calendarWith = (...entered: readonly EnteredHolidays[]) => calendarOf({ zone, region: 'xinjiang', entered })
const under = (calendar: ReturnType<typeof calendarWith>) => ({ ...setting(), calendar })
const dates = ({ dueAt: due, promiseAt, callbackDueAt }: Wish) => [due, promiseAt, callbackDueAt]
const days = (of: Wish) => dates(of).map((date) => date && localDay(date, zone))
/** As the last event announced it, by the calendar without a notice. */
const announced = (of: Wish): Wish => {
  const next = nextStepOf(of, under(calendarWith()))
  return { ...of, nextStep: next?.step ?? null, nextAt: next?.at ?? null }
}
const off = (day: string, until = day): EnteredHolidays => ({
  ...{ layer: 'community', year: null, provisional: false, notice: 'community' },
  runs: [{ day, until, kind: 'rest', name: 'closure' }],
})

const anyNotice = fc
  .tuple(
    fc.integer({ min: 0, max: 120 }),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('rest', 'work'),
    fc.boolean(),
  )
  .map(([from, length, kind, isYears]): EnteredHolidays => {
    const day = addDays('2026-10-25', from)
    const runs = [{ day, until: addDays(day, length), kind: kind as 'rest' | 'work', name: 'closure' }]
    const year = isYears ? Number(day.slice(0, 4)) : null
    return { layer: isYears ? 'national' : 'community', year, provisional: false, notice: 'any', runs }
  })
const anyWish = fc
  .tuple(fc.integer({ min: 0, max: 70 * 24 }), fc.constantFrom('claimed', 'delivered', 'open'), fc.nat(9))
  .map(([hours, state, more]): Wish => {
    const at = new Date(monday.getTime() + hours * 3_600_000)
    const cal = calendarWith()
    const due = dueAt(cal, at, 3)
    // A postponement may have moved the date beyond what the calendar makes of it.
    const held = { claimedAt: at, firstClaimedAt: at, dueAt: dueAt(cal, at, 3 + more), promiseAt: due }
    if (state === 'open') return announced(wish({ firstClaimedAt: at, promiseAt: due, round: 1 }))
    if (state === 'claimed') return announced(claimed(held))
    return announced(delivered({ ...held, deliveredAt: at, callbackDueAt: dueAt(cal, at, 3) }))
  })

describe('recalculating open deadlines', () => {
  test('never makes a date earlier, moves the same wish once, and counts from the days they began', () => {
    fc.assert(
      fc.property(anyWish, fc.array(anyNotice, { maxLength: 4 }), (before, entered) => {
        const given = under(calendarWith(...entered))
        const verdict = act(before, { action: 'replan' }, clock, given)
        if (!verdict.ok) {
          expect(verdict.refusal.why).toBe('nothing-moves')
          return
        }

        const moved = dates(verdict.wish).map((date, n) => (date?.getTime() ?? 0) - (dates(before)[n]?.getTime() ?? 0))
        expect(moved.every((by) => by >= 0)).toBe(true)
        const nextOf = ({ nextStep, nextAt }: Wish) => [nextStep, nextAt]
        if (!moved.some((by) => by > 0)) expect(nextOf(verdict.wish)).not.toEqual(nextOf(before))
        expect(verdict.wish.state).toBe(before.state)
        expect(outcome(act(verdict.wish, { action: 'replan' }, clock, given))).toBe('nothing-moves')
      }),
    )
  })

  test.each([
    ['a claim', claimed(), ['2026-11-06', '2026-11-06', null]],
    [
      'a delivery',
      delivered({ callbackDueAt: beijing('2026-11-05T23:59:59') }),
      ['2026-11-06', '2026-11-06', '2026-11-06'],
    ],
    [
      'a wish that was given back',
      wish({ firstClaimedAt: monday, promiseAt: beijing('2026-11-05T23:59:59') }),
      [null, '2026-11-06', null],
    ],
  ] as const)('moves the dates of %s by the day that has become free', (_what, before, expected) => {
    const verdict = act(before, { action: 'replan' }, clock, under(calendarWith(off('2026-11-04'))))

    expect(verdict.ok && days(verdict.wish)).toEqual(expected)
  })

  test('leaves a wish alone of which neither a date nor the next step of the clock moves', () => {
    const given = under(calendarWith(off('2026-11-30')))

    expect(outcome(act(announced(wish()), { action: 'replan' }, clock, given))).toBe('nothing-moves')
    expect(outcome(act(announced(claimed()), { action: 'replan' }, clock, given))).toBe('nothing-moves')
  })

  test('recalculates the next step of a wish without a date, and notifies no one', () => {
    const before = announced(wish())
    const verdict = act(before, { action: 'replan' }, clock, under(calendarWith(off('2026-11-03'))))
    if (!verdict.ok) throw new Error(verdict.refusal.why)

    expect(dates(verdict.wish)).toEqual(dates(before))
    expect([verdict.wish.nextStep, before.nextStep]).toEqual(['push', 'push'])
    expect((verdict.wish.nextAt as Date) > (before.nextAt as Date)).toBe(true)
    expect(notificationsAfter(verdict.event, before, verdict.wish, nobody)).toEqual([])
  })
})
