import type { actingRulesZh } from '#text/zh/community/rules-acting-text.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`
const workdays = (n: number) => many(n, 'working day', 'working days')
const days = (n: number) => many(n, 'day', 'days')
const hour = (n: number) => `${Math.floor(n)}:${n % 1 ? '30' : '00'}`
const times = (n: number) => many(n, 'time', 'times')
const wishes = (n: number) => many(n, 'wish', 'wishes')
const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} yuan`

export const actingRulesEn: typeof actingRulesZh = {
  checkBeforePublishing: {
    name: 'Checked before publication',
    value: (is) => (is ? 'yes' : 'no'),
    say: (is) =>
      is
        ? 'The community secretary checks each wish before it is published, and it is shown only with the resident’s consent.'
        : 'Wishes from the catalogue are published at once; the secretary still checks wishes in free text or above the limit.',
  },
  publishedTwiceWithin: {
    name: 'Group and notice board',
    value: (n) => (n ? workdays(n) : 'not asked for'),
    say: (n) =>
      n
        ? `Within ${workdays(n)} of its publication a wish is in the WeChat group and on the notice board. The desk says which are late, until they are claimed.`
        : 'Wishes are published here; the group and the notice board are not asked for.',
  },
  signAfterWorkdays: {
    name: 'Signing a month',
    value: workdays,
    say: (n) =>
      `A month is signed when its deliveries and call-backs have their results, or after ${workdays(n)} of the next month. What changes later is added as a correction.`,
  },
  valueLimitFen: {
    name: 'Value of a wish',
    value: yuan,
    say: (fen) => `At most ${yuan(fen)} a wish. Above that the secretary has to approve.`,
  },
  repeatDays: {
    name: 'The same item again',
    value: days,
    say: (n) => `The same item for the same household within ${days(n)} needs a reason in writing.`,
  },
  minimumAge: {
    name: 'Age',
    value: (n) => `${n} years`,
    say: (n) => `For residents of ${n} years and over. Children’s needs go to the community’s child officer.`,
  },
  openClaimsPerVolunteer: {
    name: 'Open claims of one volunteer',
    value: wishes,
    say: (n) => `A volunteer can have at most ${wishes(n)} in hand. After each delivery they can claim another.`,
  },
  claimsPerUnitMonth: {
    name: 'One work unit in a month',
    value: wishes,
    say: (n) =>
      `A work unit can claim ${wishes(n)} a month. The secretary must approve more, so that everyone gets a turn.`,
  },
  letterReceiveWithin: {
    name: 'Letters received',
    value: workdays,
    say: (n) => `The secretary confirms within ${workdays(n)} that a letter has arrived.`,
  },
  letterWithin: {
    name: 'Letters answered',
    value: workdays,
    say: (n) =>
      `A letter is answered within ${workdays(n)}: once on the page, and once more by telephone if a number was left.`,
  },
  complaintWithin: {
    name: 'Complaints answered',
    value: workdays,
    say: (n) =>
      `A complaint is answered within ${workdays(n)}. Complaints about the community’s staff go to the supervisor of the street, and the community does not see them.`,
  },
  letterSilentDays: {
    name: 'Letters closed',
    value: days,
    say: (n) =>
      `A letter is closed ${days(n)} after its answer if the writer says nothing. A writer who is not satisfied gets an answer from another person, and after that from the street.`,
  },
  counterDesks: {
    name: 'Desks at the weekend',
    value: (n) => (n ? `${n}` : 'none'),
    say: (n) =>
      n
        ? `On Saturdays ${many(n, 'desk is', 'desks are')} open with appointments, for people who work during the week.`
        : 'There is no counter with appointments on Saturdays.',
  },
  counterFrom: { name: 'Counter opens', value: hour, say: (n) => `The counter opens at ${hour(n)} on Saturdays.` },
  counterUntil: { name: 'Counter closes', value: hour, say: (n) => `It closes at ${hour(n)}.` },
  counterBookFrom: {
    name: 'Booking from',
    value: hour,
    say: (n) => `You can book on this site from Monday to Thursday, from ${hour(n)}.`,
  },
  counterBookUntil: {
    name: 'Booking until',
    value: hour,
    say: (n) => `Booking on this site ends at ${hour(n)} each day.`,
  },
  counterWeeks: {
    name: 'Weeks ahead',
    value: (n) => many(n, 'week', 'weeks'),
    say: (n) =>
      `You can book for the next ${many(n, 'Saturday', 'Saturdays')}. On holidays, make-up working days and days when the community is closed there is no counter, and the page says why.`,
  },
  counterCancelDays: {
    name: 'Changes until',
    value: days,
    say: (n) => `You can change or cancel a booking until ${days(n)} before; after that please call the community.`,
  },
  red: {
    name: 'Very urgent (red)',
    value: workdays,
    say: (n) =>
      `Delivered within ${workdays(n)} of the claim. The day of the claim is not counted; the last day ends at midnight.`,
  },
  yellow: { name: 'Urgent (yellow)', value: workdays, say: (n) => `Delivered within ${workdays(n)} of the claim.` },
  blue: { name: 'Ordinary (blue)', value: workdays, say: (n) => `Delivered within ${workdays(n)} of the claim.` },
  lapseAfter: {
    name: 'Overdue claims',
    value: workdays,
    say: (n) =>
      `If a wish is not delivered ${workdays(n)} after its due date, it returns to the board for another volunteer. You can give a wish back at any time without a penalty.`,
  },
  undoMinutes: {
    name: 'Delivered by mistake',
    value: (n) => `${n} min`,
    say: (n) =>
      `The claimant can undo a delivery within ${many(n, 'minute', 'minutes')}. After that, ask the secretary. A confirmed delivery cannot be undone.`,
  },
  contactHours: {
    name: 'Contact data',
    value: (n) => many(n, 'hour', 'hours'),
    say: (n) =>
      `The claimant can see the name, telephone number and door from the claim until ${many(n, 'hour', 'hours')} after the delivery. Every view is recorded.`,
  },
  callbackWithin: {
    name: 'Call-back',
    value: workdays,
    say: (n) => `We phone about every delivery within ${workdays(n)}. The caller is a person who was not involved.`,
  },
  callbackTries: {
    name: 'No answer',
    value: times,
    say: (n) =>
      `We call up to ${times(n)}, at different times of day. If there is no answer, the delivery counts neither as satisfied nor as called back.`,
  },
  codeTries: {
    name: 'Receipt code',
    value: times,
    say: (n) =>
      `The resident reads out six digits and the wish is confirmed at once. If the code is entered wrongly ${times(n)}, only a call can confirm the delivery.`,
  },
  pageSample: {
    name: 'Checks of the slip’s page',
    value: (n: number) => `1 in ${n}`,
    say: (n: number) =>
      n === 1
        ? 'Every delivery that a resident has rated on the page of the slip is still called about.'
        : `A delivery that a resident has rated on the page of the slip is not called about, except for 1 in ${n}, and always where the claimant has used the same device.`,
  },
}
