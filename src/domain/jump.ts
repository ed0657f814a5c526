import { hour } from '#domain/time/durations.ts'
import { localDay, localMonth, midnight, monthBounds } from '#domain/time/workdays.ts'

/** How far one press moves the rehearsal's clock. */
export const jumps = ['hour', 'day', 'month'] as const
export type Jump = (typeof jumps)[number]

/**
 * The times at which the clock has to run during a jump; the last one is where the jump ends. One for each full hour of
 * the local day, so that everything due at midnight or at night happens then. 'month' ends at the first instant of the
 * next month.
 */
export function momentsOf(jump: Jump, now: Date, zone: string): readonly Date[] {
  const end = endOf[jump](now, zone)
  const moments: Date[] = []
  const dayBegan = midnight(localDay(now, zone), zone).getTime()
  for (let at = dayBegan; at < end.getTime(); at += hour) if (at > now.getTime()) moments.push(new Date(at))
  return [...moments, end]
}

const endOf: Record<Jump, (now: Date, zone: string) => Date> = {
  hour: (now) => new Date(now.getTime() + hour),
  day: (now) => new Date(now.getTime() + 24 * hour),
  month: (now, zone) => monthBounds(localMonth(now, zone), zone).until,
}
