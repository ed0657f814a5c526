import type { actingRulesZh } from '#text/zh/community/rules-acting-text.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`
const workdays = (n: number) => many(n, 'working day', 'working days')
const days = (n: number) => many(n, 'day', 'days')
const times = (n: number) => many(n, 'time', 'times')
const wishes = (n: number) => many(n, 'wish', 'wishes')
const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} yuan`

export const actingRulesEn: typeof actingRulesZh = {
  checkBeforePublishing: {
    name: 'Checked before publication',
    value: (is) => (is ? 'yes' : 'no'),
    say: (is) =>
      is
        ? 'The community’s secretary looks at each wish before it is published, and it is shown only with the resident’s consent.'
        : 'Wishes from the catalogue are published at once; those in free words or above the limit still wait for the secretary.',
  },
  valueLimitFen: {
    name: 'Value of a wish',
    value: yuan,
    say: (fen) => `At most ${yuan(fen)} a wish. Above that the secretary has to approve.`,
  },
  repeatDays: {
    name: 'The same thing again',
    value: days,
    say: (n) => `The same thing for the same household within ${days(n)} needs a reason in writing.`,
  },
  minimumAge: {
    name: 'Age',
    value: (n) => `${n} years`,
    say: (n) => `For residents of ${n} years and over. Children’s needs go to the community’s child officer.`,
  },
  openClaimsPerVolunteer: {
    name: 'Open claims of one volunteer',
    value: wishes,
    say: (n) => `A volunteer has at most ${wishes(n)} in hand; each delivery makes room for the next.`,
  },
  claimsPerUnitMonth: {
    name: 'One work unit in a month',
    value: wishes,
    say: (n) => `A work unit claims ${wishes(n)} a month; more needs the secretary, so that all get a turn.`,
  },
  red: {
    name: 'Very urgent (red)',
    value: workdays,
    say: (n) =>
      `Delivered within ${workdays(n)} of the claim. The day of the claim is not counted; the last day ends at midnight.`,
  },
  yellow: { name: 'Urgent (yellow)', value: workdays, say: (n) => `Delivered within ${workdays(n)} of the claim.` },
  blue: { name: 'Usual (blue)', value: workdays, say: (n) => `Delivered within ${workdays(n)} of the claim.` },
  lapseAfter: {
    name: 'Overdue claims',
    value: workdays,
    say: (n) =>
      `A wish not delivered ${workdays(n)} after its due date returns to the board for somebody else. Giving it back oneself is possible at any time and costs nothing.`,
  },
  undoMinutes: {
    name: 'Delivered by mistake',
    value: (n) => `${n} min`,
    say: (n) =>
      `The claimant may undo it within ${many(n, 'minute', 'minutes')}, afterwards the secretary. What has been confirmed stays.`,
  },
  contactHours: {
    name: 'Contact data',
    value: (n) => many(n, 'hour', 'hours'),
    say: (n) =>
      `The claimer sees name, telephone and door from the claim until ${many(n, 'hour', 'hours')} after the delivery. Every look is recorded.`,
  },
  callbackWithin: {
    name: 'Call-back',
    value: workdays,
    say: (n) => `Every delivery is called about within ${workdays(n)}, by somebody who had no part in it.`,
  },
  callbackTries: {
    name: 'Nobody answers',
    value: times,
    say: (n) => `Up to ${times(n)}, at different hours. Not reached is never satisfied and never called back.`,
  },
  codeTries: {
    name: 'Receipt code',
    value: times,
    say: (n) =>
      `The resident reads out six digits, and the wish is confirmed on the spot. Mistyped ${times(n)}, only a call can confirm.`,
  },
}
