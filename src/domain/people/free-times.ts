import type { FreeTime } from '#domain/lists/rows.ts'

export const freeDays = ['weekday', 'saturday', 'sunday'] as const
export const freeParts = ['morning', 'afternoon', 'evening'] as const
type FreeCell = `${(typeof freeDays)[number]}-${(typeof freeParts)[number]}`

/** The days of a form's table that a wider answer includes; rolls and older registrations have these answers. */
const widerDays: Partial<Record<FreeTime, readonly (typeof freeDays)[number][]>> = {
  anytime: freeDays,
  weekday: ['weekday'],
  weekend: ['saturday', 'sunday'],
  saturday: ['saturday'],
  sunday: ['sunday'],
}

/** The boxes of the table of days and parts of a day that these free times tick. */
export function freeCells(chosen: readonly string[]): readonly FreeCell[] {
  return freeDays.flatMap((day) =>
    freeParts.flatMap((part) => {
      const isTicked = chosen.some(
        (code) =>
          code === `${day}-${part}` ||
          (code === `weekend-${part}` && day !== 'weekday') ||
          widerDays[code as FreeTime]?.includes(day),
      )
      return isTicked ? [`${day}-${part}` as const] : []
    }),
  )
}
