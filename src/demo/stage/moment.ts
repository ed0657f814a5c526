import { isDay, midnight } from '#domain/time/workdays.ts'
import { zone } from '#src/demo/people/demo-place.ts'

/** The first moment at which the three months behind it lie under the first rules. */
const earliest = '2025-06-01'

/** 2026-10-31T17:00, by the community's clock; null where that is no such moment, or too early to tell a story of. */
export function momentOf(typed: string): Date | null {
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})$/.exec(typed) ?? []
  if (!isDay(day) || day < earliest || Number(hour) > 23 || Number(minute) > 59) return null
  return new Date(midnight(day, zone).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000)
}
