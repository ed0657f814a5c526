// What the clock does to a wish, by the state in which it waits. Each step has words in text/zh and text/en.

/**
 * What a reminder is about: the check, the first contact, the due date, an overdue claim, the call-back, a referral
 * without an answer.
 */
const reminders = ['check', 'contact', 'due', 'overdue', 'callback', 'referral'] as const
export type Reminder = (typeof reminders)[number]

/**
 * Who is notified of a wish that no one claims, in this order: suitable volunteers once more, the secretary, the
 * street.
 */
const escalations = ['push', 'secretary', 'street'] as const
export type Escalation = (typeof escalations)[number]

/** The last escalation that the clock has made for an open wish; null before the first. */
export const carriedTo = (stepsDone: readonly string[]): Escalation | null =>
  escalations.findLast((step) => stepsDone.includes(step)) ?? null

/** `plan` only computes the next step, for wishes that were written before next steps were stored. */
export const clockSteps = [...reminders, ...escalations, 'ask', 'carry', 'lapse', 'exhaust', 'repeat', 'plan'] as const
export type ClockStep = (typeof clockSteps)[number]

export const isReminder = (step: ClockStep): step is Reminder => (reminders as readonly string[]).includes(step)
export const isEscalation = (step: ClockStep): step is Escalation => (escalations as readonly string[]).includes(step)

export const withStep = (done: readonly ClockStep[], step: unknown): readonly ClockStep[] => [
  ...done,
  step as ClockStep,
]

/** Removes the reminders that have to be sent again after a date has moved. */
export const withoutDates = (done: readonly ClockStep[]): readonly ClockStep[] =>
  done.filter((step) => step !== 'due' && step !== 'overdue')
