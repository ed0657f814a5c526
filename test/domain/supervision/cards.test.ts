import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingDeadlines } from '#domain/supervision/booking-deadlines.ts'
import { coloursUntil, failsAt, warnsAt } from '#domain/supervision/card-dates.ts'
import { type Due, type DuePassage, deadlinesIn } from '#domain/supervision/deadline.ts'
import { letterDeadlines } from '#domain/supervision/letter-deadlines.ts'
import { type CardChange, planCards } from '#domain/supervision/plan-cards.ts'
import type { Card } from '#domain/supervision/step-card.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, dueAt, endOfDay, isWorkday, localDay } from '#domain/time/workdays.ts'
import { rules } from '#test/domain/wish/one-wish.ts'

const zone = 'Asia/Shanghai'
const calendar = calendarOf({ zone, region: 'xinjiang' })
const at = (text: string) => new Date(`${text}+08:00`)
const ends = (day: string) => endOfDay(day, zone)
const setting = { versions: [{ id: 'v1', fromDay: '2026-01-01', rules, reason: '' }], calendar }

describe('the yellow card', () => {
  test.each([
    // Monday to Thursday: one working day left is Thursday's midnight, a fifth only that morning.
    ['2026-11-02T11:00:00', '2026-11-05', '2026-11-05T00:00:00'],
    // Seven working days are nine and a half days of the calendar: a fifth is longer ahead than a working day.
    ['2026-11-02T12:00:00', '2026-11-11', '2026-11-10T02:23:59'],
    // Over the holiday of October: nine and a half days as well, of which two are working days.
    ['2026-09-30T12:00:00', '2026-10-09', '2026-10-08T02:23:59'],
    // Due on a Sunday: Friday is the last working day, Thursday evening leaves one.
    ['2026-11-02T11:00:00', '2026-11-08', '2026-11-06T00:00:00'],
  ])('of a step from %s until the end of %s is due at %s', (from, until, expected) => {
    expect(warnsAt(calendar, { startedAt: at(from), dueAt: ends(until) })).toEqual(at(expected))
  })

  test.each([
    ['2026-11-02T11:00:00', '2026-11-03T23:59:59'],
    ['2026-11-07T11:00:00', '2026-11-09T23:59:59'],
    ['2026-11-02T11:00:00', '2026-11-02T23:59:59'],
    ['2026-11-02T11:00:00', '2026-11-03T11:00:00'],
  ])('is never given to a step of one working day: %s to %s', (from, until) => {
    expect(warnsAt(calendar, { startedAt: at(from), dueAt: at(until) })).toBeNull()
  })

  test('leaves at least a fifth of the time and at least one working day, for any start and length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 * 24 }), fc.integer({ min: 2, max: 30 }), (hours, days) => {
        const startedAt = new Date(at('2026-01-05T00:00:00').getTime() + hours * 3_600_000)
        const due = dueAt(calendar, startedAt, days)
        const warn = warnsAt(calendar, { startedAt, dueAt: due })
        if (!warn) throw new Error('a step of two working days and more has a yellow card')
        expect(warn.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
        expect((due.getTime() - warn.getTime()) * 5).toBeGreaterThanOrEqual(due.getTime() - startedAt.getTime())
        let left = 0
        for (let day = localDay(warn, zone); day <= localDay(due, zone); day = addDays(day, 1))
          if (isWorkday(calendar, day)) left++
        expect(left).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })
})

test('the red card is due with the first second after the date, and a step that is done gets no more cards', () => {
  const dates = { warnAt: at('2026-11-05T00:00:00'), dueAt: ends('2026-11-05') }
  const until = (now: Date, endedAt: Date | null = null) => coloursUntil({ ...dates, endedAt }, now)
  expect(until(at('2026-11-04T23:59:59'))).toEqual([])
  expect(until(at('2026-11-05T00:00:00'))).toEqual(['yellow'])
  expect(until(at('2026-11-05T23:59:59'))).toEqual(['yellow'])
  expect(until(at('2026-11-06T00:00:00'))).toEqual(['yellow', 'red'])
  expect(until(at('2026-11-20T00:00:00'), at('2026-11-05T09:00:00'))).toEqual(['yellow'])
  expect(until(at('2026-11-20T00:00:00'), at('2026-11-04T09:00:00'))).toEqual([])
})

describe('the documents of a booking', () => {
  const booked = { seq: 1, at: at('2026-11-23T11:00:00'), act: 'book', day: '2026-11-28' } as const

  test('are looked through by the last working day before it', () => {
    expect(bookingDeadlines([booked], calendar)).toMatchObject([{ step: 'preparation', dueAt: ends('2026-11-27') }])
  })

  test('have another date if the booking is moved, and none once they were looked through', () => {
    const moved = { seq: 2, at: at('2026-11-24T11:00:00'), act: 'move', day: '2026-12-05' } as const
    const prepared = { seq: 3, at: at('2026-11-25T11:00:00'), act: 'prepare', day: null } as const
    expect(bookingDeadlines([booked, moved, prepared], calendar)).toMatchObject([
      { end: 'moved', endedAt: moved.at },
      { dueAt: ends('2026-12-04'), end: 'done', endedAt: prepared.at },
    ])
  })
})

describe('a letter', () => {
  const passage = (seq: number, when: string, state: 'sent' | 'received' | 'answered' | 'reopened') => ({
    ...{ seq, at: at(when), state, side: 'community' as const },
  })

  test('is received the next working day, answered within five, and within five again if the answer did not satisfy', () => {
    const found = letterDeadlines(
      'question',
      [
        passage(1, '2026-11-02T11:00:00', 'sent'),
        passage(2, '2026-11-03T11:00:00', 'received'),
        passage(3, '2026-11-04T11:00:00', 'answered'),
        passage(4, '2026-11-06T11:00:00', 'reopened'),
      ],
      setting,
    )
    expect(found).toMatchObject([
      { step: 'receive', dueAt: ends('2026-11-03'), end: 'done' },
      { step: 'answer', dueAt: ends('2026-11-09'), end: 'done' },
      { step: 'answer', dueAt: ends('2026-11-13'), endedAt: null },
    ])
  })

  test('is a step of the street until the street gives it to the community, which then has the time to receive it', () => {
    const street = { ...passage(1, '2026-11-02T11:00:00', 'sent'), side: 'street' as const }
    const found = letterDeadlines('complaint', [street, passage(2, '2026-11-05T11:00:00', 'sent')], setting)
    expect(found).toMatchObject([
      { side: 'street', dueAt: ends('2026-11-03'), endedAt: at('2026-11-05T11:00:00') },
      { side: 'community', dueAt: ends('2026-11-06'), endedAt: null },
    ])
  })
})

/** What the clock has written: the rows by id, and all events. */
function clockOf() {
  const rows = new Map<string, Card>()
  const events: string[] = []
  let settledUntil = new Date(0)
  return {
    rows,
    events,
    run(passages: readonly DuePassage[], now: Date) {
      const seen = passages.filter((one) => one.at <= now)
      const known = { rows: [...rows.values()], settledUntil, now, calendar }
      const changes = planCards(subject, deadlinesIn(seen), known)
      for (const change of changes) apply(change)
      settledUntil = seen.at(-1)?.at ?? settledUntil
    },
  }

  function apply(change: CardChange) {
    if (change.kind === 'drop') return rows.delete(change.id)
    for (const { stream, seq, act } of change.events) events.push(`${stream} ${seq} ${act}`)
    return rows.set(change.card.id, change.card)
  }
}
const subject = { subject: 'w', kind: 'wish', code: '1234-5674', communityId: 'c' } as const

/** Steps that begin, get another date and end, in any order. */
const anyPassages = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 60 }),
      due: fc.uniqueArray(
        fc.record({
          step: fc.constantFrom('check' as const, 'delivery' as const),
          days: fc.integer({ min: 0, max: 9 }),
        }),
        { selector: ({ step }) => step, maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((steps) => {
    let now = at('2026-09-28T09:00:00').getTime()
    return steps.map(({ hours, due }, index): DuePassage => {
      now += hours * 3_600_000
      const dues = due.map(
        ({ step, days }): Due => ({
          ...{ step, side: 'community', startedAt: new Date(now) },
          dueAt: dueAt(calendar, new Date(now), days),
        }),
      )
      return { seq: index + 1, at: new Date(now), state: `after ${index}`, due: dues }
    })
  })

test('each card is written once, and the same ones, however often and however late the clock runs', () => {
  fc.assert(
    fc.property(
      anyPassages,
      fc.array(fc.integer({ min: 0, max: 60 * 24 * 60 }), { maxLength: 30 }),
      (passages, minutes) => {
        const start = at('2026-09-28T09:00:00').getTime()
        const end = new Date(start + 60 * 86_400_000)
        const [often, late] = [clockOf(), clockOf()]
        for (const minute of minutes.toSorted((a, b) => a - b)) often.run(passages, new Date(start + minute * 60_000))
        for (const clock of [often, often, late]) clock.run(passages, end)
        expect(often.events.toSorted()).toEqual(late.events.toSorted())
        expect(new Set(often.events).size).toBe(often.events.length)
        const shown = ({ rows }: typeof often) =>
          [...rows.values()].map(({ id, colour, endedAt, end: how }) => ({ id, colour, endedAt, how })).toSorted(byId)
        expect(shown(often)).toEqual(shown(late))
        for (const { colour, dueAt: due, endedAt } of often.rows.values())
          expect(colour === 'red').toBe((endedAt ?? end) >= failsAt({ dueAt: due }))
      },
    ),
    { numRuns: 300 },
  )
})

const byId = (one: { readonly id: string }, other: { readonly id: string }) => one.id.localeCompare(other.id)
