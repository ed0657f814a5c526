// What the clock does to a wish, by the state in which it waits. Every one has words in text/zh and text/en.

/** Reminders: a check, a first contact, a due day, an overdue claim, a call-back, a referral that waits. */
const reminders = ['check', 'contact', 'due', 'overdue', 'callback', 'referral'] as const
export type Reminder = (typeof reminders)[number]

/** How far an unclaimed wish is carried up: told to fitting volunteers again, then the secretary, then the street. */
const escalations = ['push', 'secretary', 'street'] as const
export type Escalation = (typeof escalations)[number]

/** How far up the clock has carried an open wish; null where nobody was told yet. */
export const carriedTo = (stepsDone: readonly string[]): Escalation | null =>
  escalations.findLast((step) => stepsDone.includes(step)) ?? null

/** `plan` is for what was written before wishes had a next step: the clock only reckons it. */
export const clockSteps = [...reminders, ...escalations, 'ask', 'carry', 'lapse', 'exhaust', 'repeat', 'plan'] as const
export type ClockStep = (typeof clockSteps)[number]

export const isReminder = (step: ClockStep): step is Reminder => (reminders as readonly string[]).includes(step)
export const isEscalation = (step: ClockStep): step is Escalation => (escalations as readonly string[]).includes(step)

export const withStep = (done: readonly ClockStep[], step: unknown): readonly ClockStep[] => [
  ...done,
  step as ClockStep,
]

/** A date that has moved is called to mind again. */
export const withoutDates = (done: readonly ClockStep[]): readonly ClockStep[] =>
  done.filter((step) => step !== 'due' && step !== 'overdue')
