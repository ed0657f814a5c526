/** What has slipped, of wishes. The desk begins with these; db/desk/overdue-rows.ts says each as a condition. */
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

/** And of the people and places that wishes come from. */
export const exceptionNames = [...wishExceptions, 'unasked', 'unrenewed', 'idle-grid', 'visits'] as const
export type ExceptionName = (typeof exceptionNames)[number]

/** Days without a posting after which a grid is idle. */
export const idleDays = 30
