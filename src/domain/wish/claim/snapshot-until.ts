import type { Rules } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { lapsesAfter } from '../clock/next-step.ts'

type Known = {
  /** Until when the claimant sees the contact after the delivery; null before it. */
  readonly contactUntil: Date | null
  readonly promised: Rules
  readonly calendar: Calendar
  readonly now: Date
}

/**
 * Until when the claimant's phone may show its snapshot of a wish without a signal; null if it may make none. A phone
 * without a signal learns nothing of a claim that has ended, so before the delivery the snapshot ends when the clock would
 * take the claim back. After the delivery it ends with the contact.
 */
export function snapshotUntil(wish: Wish, { contactUntil, promised, calendar, now }: Known): Date | null {
  const until = wish.state === 'claimed' ? wish.dueAt && lapsesAfter(wish, { promised, calendar }) : contactUntil
  return until && until > now ? until : null
}

/** How many seconds are left. The phone is given a duration, because its clock may be wrong. */
export const secondsLeft = (until: Date, now: Date): number =>
  Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000))
