import type { Urgency } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** What counts on the board, in days of waiting: the formula stands in docs/rules.md and on the rules page. */
export const weights = { urgency: { red: 60, yellow: 20, blue: 0 }, carried: 10, reopened: 10 } as const satisfies {
  readonly urgency: Record<Urgency, number>
  readonly carried: number
  readonly reopened: number
}
const day = 24 * 3600 * 1000

type Weighed = Pick<Wish, 'publishedAt' | 'urgency' | 'carried' | 'reopened'>

/**
 * The board's key. A wish weighs its days since publication, and so many more for its urgency, for each month's end it
 * waited through and each time it was reopened. All gain one a day alike, so their order is that of the day from which
 * each would have waited as an ordinary wish: it stands still and can be an index.
 */
export function weighsFrom({ publishedAt, urgency, carried, reopened }: Weighed): Date | null {
  const head = weights.urgency[urgency] + carried * weights.carried + reopened * weights.reopened
  return publishedAt && new Date(publishedAt.getTime() - head * day)
}

/** Whole days: what a wish weighs now. */
export const priorityOf = (from: Date, now: Date): number => Math.floor((now.getTime() - from.getTime()) / day)
