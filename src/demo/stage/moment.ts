import { atTime } from '#domain/time/clock-time.ts'
import { isDay } from '#domain/time/workdays.ts'
import { zone } from '#src/demo/people/demo-place.ts'

/** The earliest moment for which the three months before it are under the first rules. */
const earliest = '2025-06-01'

/**
 * The moment 2026-10-31T17:00 in the community's zone; null where it is not a valid time, or too early for the story.
 */
export function momentOf(typed: string): Date | null {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(typed) ?? []
  return isDay(day) && day >= earliest ? atTime(day, time, zone) : null
}
