/**
 * The steps that have a deadline, in the order in which they are listed. `check` to `referral` are of a wish, `receive`
 * and `answer` of a letter, `preparation` of a booking at the weekend counter, `inquiry` of a supervisor's question. Words: text `supervision.step`.
 */
export const cardSteps = [
  'check',
  'doors',
  'contact',
  'delivery',
  'callback',
  'referral',
  'receive',
  'answer',
  'preparation',
  'inquiry',
] as const
export type CardStep = (typeof cardSteps)[number]

/** What a card is about. */
export type CardKind = 'wish' | 'letter' | 'booking' | 'inquiry'

export type CardColour = 'yellow' | 'red'

/** `moved`: the step got another date, with which a new deadline began. */
export type CardEnd = 'done' | 'moved'

/**
 * How far a running card is: still in time, or past its date by at most three days, at most a week, or longer. The bounds
 * are days after the date.
 */
export const cardAges = { ahead: 0, days: 3, week: 7, longer: null } as const
export type CardAge = keyof typeof cardAges
export const cardAgeNames = Object.keys(cardAges) as readonly CardAge[]
