import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { secondsLeft, snapshotUntil } from '#domain/wish/claim/snapshot-until.ts'
import { beijing, claimed, delivered, minutesAfter, monday, setting, wish } from './one-wish.ts'

describe('until when a phone may show a wish again', () => {
  const { promised, calendar } = setting()
  const until = (of = claimed(), contactUntil: Date | null = null, now = monday) =>
    snapshotUntil(of, { contactUntil, promised, calendar, now })
  const friday = claimed({ dueAt: beijing('2026-11-06T23:59:59') })

  test('before the delivery: until the clock would take the claim back, a working day after the due date', () => {
    expect(until(friday)).toEqual(beijing('2026-11-10T00:00:00'))
    expect(until(friday, null, beijing('2026-11-09T23:59:59'))).toEqual(beijing('2026-11-10T00:00:00'))
    expect(until(friday, null, beijing('2026-11-10T00:00:00'))).toBe(null)
  })

  test('after the delivery: until the contact ends', () => {
    const tomorrow = minutesAfter(monday, 24 * 60)
    expect(until(delivered(), tomorrow)).toEqual(tomorrow)
    expect(until(delivered(), tomorrow, tomorrow)).toBe(null)
    expect(until(delivered(), null)).toBe(null)
  })

  test('a wish that is not in hand: never', () => {
    expect(until(wish())).toBe(null)
  })

  test('the phone is given whole seconds, and none after the end', () => {
    expect(secondsLeft(minutesAfter(monday, 2), monday)).toBe(120)
    expect(secondsLeft(monday, minutesAfter(monday, 2))).toBe(0)
  })
})

type Piece = { readonly code: string; readonly endsAt: number; readonly html: string | null }
type Snapshot = {
  readonly at: number
  readonly endsAt: number
  readonly frame: readonly string[]
  readonly ended: string
  readonly pieces: readonly Piece[]
}
type Shown = {
  withoutEnded(snapshot: Snapshot, now: number): Snapshot | null
  pageOfSnapshot(snapshot: Snapshot): string
}

describe('what the worker shows of a stored page', () => {
  const script = readFileSync('public/snapshots-shown.js', 'utf8')
  const { withoutEnded, pageOfSnapshot } = new Function(`${script}; return { withoutEnded, pageOfSnapshot }`)() as Shown
  const stored: Snapshot = {
    at: 1_000_000,
    endsAt: 1_200_000,
    frame: ['<h1>我的</h1>', '<hr>', '<footer>'],
    ended: '<p>已到期</p>',
    pieces: [
      { code: '1', endsAt: 1_100_000, html: '<p>李桂兰</p>' },
      { code: '2', endsAt: 1_200_000, html: '<p>马秀兰</p>' },
    ],
  }
  const at = (now: number) => {
    const left = withoutEnded(stored, now)
    return left && pageOfSnapshot(left)
  }

  test('everything as it was seen, until the first term ends', () => {
    expect(at(1_099_999)).toBe('<h1>我的</h1><p>李桂兰</p><hr><p>马秀兰</p><footer>')
  })

  test('a contact whose term has ended is gone, also from what stays stored; the others are there', () => {
    expect(at(1_100_000)).toBe('<h1>我的</h1><p>已到期</p><hr><p>马秀兰</p><footer>')
    expect(JSON.stringify(withoutEnded(stored, 1_100_000))).not.toContain('李桂兰')
  })

  test('after the last term nothing is left', () => {
    expect(at(1_200_000)).toBe(null)
  })

  test('a clock that was set back makes nothing last longer', () => {
    expect(at(1_000_000 - 60_000)).not.toBe(null)
    expect(at(1_000_000 - 60_001)).toBe(null)
  })
})
