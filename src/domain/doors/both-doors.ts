import type { Rules } from '#domain/rules.ts'
import { type Calendar, dueAt } from '#domain/time/workdays.ts'

/** Until when a wish is to be in the group and on the notice board; null where the rules ask for neither. */
export function doorsDueAt(calendar: Calendar, publishedAt: Date | null, rules: Rules | undefined): Date | null {
  const days = rules?.publishedTwiceWithin ?? 0
  return publishedAt && days > 0 ? dueAt(calendar, publishedAt, days) : null
}
