/** What is late or stuck among the wishes: src/db/desk/overdue-rows.ts has the condition of each. The street sees counts. */
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
