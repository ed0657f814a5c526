import { isDay, midnight } from '#domain/time/workdays.ts'
import { zone } from '#src/demo/people/demo-place.ts'

/** The earliest moment for which the three months before it are under the first rules. */
const earliest = '2025-06-01'

/**
 * The moment 2026-10-31T17:00 in the community's zone; null where it is not a valid time, or too early for the story.
 */
export function momentOf(typed: string): Date | null {
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})$/.exec(typed) ?? []
  if (!isDay(day) || day < earliest || Number(hour) > 23 || Number(minute) > 59) return null
  return new Date(midnight(day, zone).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000)
}
