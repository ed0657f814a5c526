/**
 * What is late or stuck among the wishes. The desk starts with these; db/desk/overdue-rows.ts has the condition of
 * each.
 */
export const wishExceptions = [
  'overdue',
  'callback',
  'unclaimed',
  'reopened',
  'exhausted',
  'referral',
  'again',
] as const
export type WishException = (typeof wishExceptions)[number]

/** The same including residents and grids. */
export const exceptionNames = [...wishExceptions, 'unasked', 'unrenewed', 'idle-grid', 'visits'] as const
export type ExceptionName = (typeof exceptionNames)[number]

/** A grid without a posting for this many days is idle. */
export const idleDays = 30
