import type { rulesZh } from '../zh/rules.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`
const workdays = (n: number) => many(n, 'working day', 'working days')
const days = (n: number) => many(n, 'day', 'days')
const times = (n: number) => many(n, 'time', 'times')
const wishes = (n: number) => many(n, 'wish', 'wishes')
const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} yuan`

const rule: (typeof rulesZh)['rule'] = {
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

export const rulesEn: typeof rulesZh = {
  title: 'Our rules',
  lead: (from) =>
    `In force since ${from}. A wish is judged by the rules of the day it was published; later changes do not reach back.`,
  day: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  monthDay: (month, day) => `${day} ${months[month - 1]}`,
  contents: 'On this page',
  contentsOf: {
    publish: 'Publishing',
    claim: 'Claiming',
    deliver: 'Delivering',
    callback: 'Calling back',
    order: 'How wishes are ordered',
    never: 'Never asked',
    sees: 'Who sees what',
    figures: 'How we count',
    calendar: 'Working days',
    history: 'Changes',
    complain: 'Complaints',
  },
  groups: { publish: 'Posting and publishing', claim: 'Claiming', deliver: 'Delivering', callback: 'Calling back' },
  rule,
  order: {
    title: 'How the board is ordered',
    plain: 'The same for everybody: the most urgent first, and among these the longest waiting.',
    fits: 'For a volunteer who is signed in, up to 8 of the first 200 in that order come before the rest, each with its reasons. The very urgent always lead. Six things count, the first of them most:',
    rows: [
      'it is very urgent (red);',
      'it needs what you offered when reporting in;',
      'it is urgent (yellow);',
      'it is in the grid where you live (found from the building you named; the building of the wish is not looked at);',
      'you named free hours before it would be due;',
      'it has waited three days or more, and the longer the further up.',
    ],
    never:
      'Nothing else counts, not how many you claimed and not how it went. It is an invitation: anyone may claim any wish. One tap shows the plain order; ask the secretary to change what you told us.',
  },
  never: {
    title: 'Never asked for',
    lead: 'There is no switch that turns any of this on.',
    rows: [
      'No ID number, birth date, diagnosis, belief or kind of hardship; only an age band.',
      'No check-ins, no location, no forced photos or videos, no log-in quotas.',
      'No points and no rankings: not of communities, not of units, not of persons.',
      'Nobody is assigned. Everyone is invited, and may give a wish back at any time.',
      'Residents pay nothing, nothing is reimbursed, no money passes through this platform.',
      'No cash, no prescription medicine, nobody else’s bank card; nothing past its date or within a month of it.',
      'One person, one side: whoever claimed cannot confirm for the resident, whoever delivered cannot call back.',
    ],
  },
  sees: {
    title: 'Who sees what',
    caption: 'Who sees what',
    who: 'Who',
    what: 'Sees',
    rows: [
      ['Anyone', 'What the wish is, age band, grid, how far it has come, the work unit. Not whose wish it is.'],
      [
        'The claimer',
        'Name, telephone and door of the own claim, put away again after the delivery. The page carries the viewer’s name and the time.',
      ],
      ['Grid worker', 'Residents and wishes of the own grids.'],
      ['Secretary', 'Residents, wishes and reports of the own community.'],
      ['Supervisor', 'Figures of the communities below, no lists.'],
      ['Administrator', 'Accounts and areas, no residents.'],
    ],
    name: 'A volunteer’s name is public only with their consent, which they may take back at any time.',
  },
  figures: {
    title: 'How we count',
    lead: 'Reports and ledger go by these. Where nothing was due there is no percentage; under 10 we say how many of how many.',
    each: 'One by one',
  },
  history: {
    title: 'Changes',
    from: (day) => `From ${day}`,
    ahead: 'not yet in force',
    now: 'in force now',
    past: 'replaced',
    reason: (why) => `Reason: ${why}`,
    reasons: { first: 'the first rules' },
    changed: (name, before, after) => `${name}: ${before} became ${after}`,
    first: 'All rules begin on this day.',
    same: 'No number changed.',
  },
  complain: {
    title: 'Complaints and corrections',
    lead: 'Not delivered, written down wrongly, no longer to be public, to see or delete what is kept about you: please say so.',
    call: (phone) => `Call the community on ${phone}`,
    noPhone: 'Please come to the community’s desk or tell your grid worker.',
    rows: [
      'Not received or not satisfied: one call reopens the wish with somebody else, and the secretary knows.',
      'Written down wrongly: the grid worker or the secretary checks and mends it, and the change is recorded.',
      'Consent taken back: the public card is taken down, and the public pages only say “withdrawn”.',
      'Not content with how it was handled: turn to the supervisors above, or call 12345.',
    ],
  },
}
