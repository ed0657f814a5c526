import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile, folded } from '#domain/time/calendar-file.ts'

const at = (time: string) => new Date(`2026-11-07T${time}:00+08:00`)
const entry: CalendarEntry = {
  ...{ uid: '1234-5678-1@wish.example', sequence: 4, from: at('10:00'), until: at('11:00') },
  ...{ summary: '微心愿：牛奶 2箱', location: '第一网格', url: 'https://wish.example/wishes/1234-5678' },
  ...{ isCancelled: false, alarm: { at: at('08:00'), text: 'tomorrow; bring, and\nshow' } },
}
const file = (own: Partial<CalendarEntry> = {}) =>
  calendarFile({ name: 'Visits', entries: [{ ...entry, ...own }], now: at('09:00') })

test('is a calendar of entries with times in UTC, an alarm, and text in which the marks of the format are escaped', () => {
  const lines = file().split('\r\n')

  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
  for (const line of [
    ...['UID:1234-5678-1@wish.example', 'SEQUENCE:4', 'DTSTAMP:20261107T010000Z', 'STATUS:CONFIRMED'],
    ...['DTSTART:20261107T020000Z', 'DTEND:20261107T030000Z', 'SUMMARY:微心愿：牛奶 2箱'],
    ...['TRIGGER;VALUE=DATE-TIME:20261107T000000Z', 'DESCRIPTION:tomorrow\\; bring\\, and\\nshow'],
  ])
    expect(lines).toContain(line)
})

test('says that a visit was called off, and does not ring for it', () => {
  const cancelled = file({ isCancelled: true, alarm: null })

  expect(cancelled).toContain('STATUS:CANCELLED')
  expect(cancelled).not.toContain('VALARM')
})

test('any line is folded at 75 octets, never inside a character, and unfolds to the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const line = `SUMMARY:${text.replace(/[\r\n]/g, ' ')}`

      const parts = folded(line).split('\r\n')

      for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
      expect(
        parts[0] +
          parts
            .slice(1)
            .map((part) => part.slice(1))
            .join(''),
      ).toBe(line)
      expect(parts.every((part, n) => n === 0 || part.startsWith(' '))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
