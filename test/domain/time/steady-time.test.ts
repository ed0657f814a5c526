import { describe, expect, test } from 'vitest'
import { accepted, beginTime, type SteadyTime, stepped } from '#domain/time/steady-time.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const noon = Date.parse('2026-11-02T12:00:00Z')

/** A machine that has run for an hour, and whose clock is so far from the right time, `after` its start. */
const reading = (after: number, wrongBy = 0) => ({ wall: noon + after + wrongBy, uptime: hour + after })
const started = (floor: number | null = null, wrongBy = 0) => beginTime(reading(0, wrongBy), floor)
/** An hour after the start, when the clock has long been set. */
const settled = () => stepped(started(), reading(hour))
const shown = ({ latest, fault }: SteadyTime) => [latest - noon, fault?.kind ?? null]

describe('while the program runs', () => {
  test('it follows the machine’s clock, drift and corrections of up to ten minutes included', () => {
    const drifting = stepped(stepped(settled(), reading(2 * hour, 8 * minute)), reading(3 * hour, 16 * minute))
    expect(shown(drifting)).toEqual([3 * hour + 16 * minute, null])
  })

  test('it never goes back: after a small correction it waits until the clock is there again', () => {
    const corrected = stepped(settled(), reading(hour + minute, -5 * minute))
    expect(shown(corrected)).toEqual([hour, null])
    expect(shown(stepped(corrected, reading(hour + 7 * minute, -5 * minute)))).toEqual([hour + 2 * minute, null])
  })

  test.each([
    ['back by a day', -day, 'behind'],
    ['forward by a week', 7 * day, 'ahead'],
  ] as const)('a clock that jumps %s changes nothing but that it is said, and ends by itself', (_, by, kind) => {
    const jumped = stepped(settled(), reading(2 * hour, by))
    expect([...shown(jumped), jumped.fault?.byMs]).toEqual([2 * hour, kind, Math.abs(by)])
    const later = stepped(jumped, reading(5 * hour, by))
    expect(shown(later)).toEqual([5 * hour, kind])
    expect(shown(stepped(later, reading(6 * hour)))).toEqual([6 * hour, null])
  })

  test('an administrator can say that the clock is right, forward and back', () => {
    for (const by of [-day, 7 * day]) {
      const jumped = stepped(settled(), reading(2 * hour, by))
      expect(shown(stepped(accepted(jumped, reading(3 * hour, by)), reading(4 * hour, by)))).toEqual([
        4 * hour + by,
        null,
      ])
    }
  })

  test('a machine that sleeps wakes up at the right time, because its uptime goes on', () => {
    expect(shown(stepped(settled(), reading(20 * hour)))).toEqual([20 * hour, null])
  })
})

describe('at the start', () => {
  test('a clock behind the last moment that was written down does not take the program back', () => {
    const floor = noon - minute
    const behind = started(floor, -day)
    expect(shown(behind)).toEqual([-minute, 'behind'])
    expect(shown(stepped(behind, reading(hour, -day)))).toEqual([hour - minute, 'behind'])
  })

  test('a clock that is set soon after the start is followed', () => {
    const behind = started(noon - minute, -30 * 365 * day)
    expect(shown(stepped(behind, reading(20_000)))).toEqual([20_000, null])
    const unset = started(null, -3 * hour)
    expect(shown(stepped(unset, reading(2 * minute)))).toEqual([2 * minute, null])
  })

  test('after a week without a server time goes on from the machine’s clock', () => {
    expect(shown(started(noon - 7 * day))).toEqual([0, null])
  })
})
