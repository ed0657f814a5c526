/**
 * What a wish asks of staff, the most urgent first. A wish is in the queue once, under the first that applies; what has
 * slipped comes before what is only due.
 */
export const deskTasks = [
  'callback',
  'overdue',
  'referral',
  'exhausted',
  'reopened',
  'asked',
  'unclaimed',
  'to-check',
  'to-tell',
  'to-call',
  'to-complete',
  'with-secretary',
] as const
export type DeskTask = (typeof deskTasks)[number]

/** Not a task of the reader: posted in their grid, and for the secretary to check. */
export const isTheirs = (task: DeskTask): boolean => task !== 'with-secretary'

export const isDeskTask = (text: string): text is DeskTask => (deskTasks as readonly string[]).includes(text)
