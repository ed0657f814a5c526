import { day } from '#domain/time/durations.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** The priority of each circumstance in days of waiting. The formula is in docs/rules.md and on the rules page. */
export const weights = { urgency: { red: 60, yellow: 20, blue: 0 }, carried: 10, reopened: 10 } as const satisfies {
  readonly urgency: Record<Urgency, number>
  readonly carried: number
  readonly reopened: number
}

type Weighed = Pick<Wish, 'publishedAt' | 'urgency' | 'carried' | 'reopened'>

/**
 * The value the board is sorted by, null before publication. A wish's priority is the number of days since its
 * publication, plus days for its urgency, for each month's end it waited through and for each time it was reopened.
 * Every wish gains one per day, so the order is that of the day from which each would have waited as an ordinary wish.
 * That day does not change with time, so it can be indexed.
 */
export function weighsFrom({ publishedAt, urgency, carried, reopened }: Weighed): Date | null {
  const head = weights.urgency[urgency] + carried * weights.carried + reopened * weights.reopened
  return publishedAt && new Date(publishedAt.getTime() - head * day)
}

/** The present priority of a wish, in whole days. */
export const priorityOf = (from: Date, now: Date): number => Math.floor((now.getTime() - from.getTime()) / day)
