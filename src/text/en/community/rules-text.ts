import type { rulesZh } from '#text/zh/community/rules-text.ts'
import { actingRulesEn } from './rules-acting-text.ts'
import { waitingRulesEn } from './rules-waiting-text.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

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
    waiting: 'While it waits',
    deliver: 'Delivering',
    callback: 'Calling back',
    keep: 'How long it is kept',
    order: 'How wishes are ordered',
    never: 'Never asked',
    sees: 'Who sees what',
    figures: 'How we count',
    calendar: 'Working days',
    history: 'Changes',
    complain: 'Complaints',
  },
  groups: {
    publish: 'Posting and publishing',
    claim: 'Claiming',
    waiting: 'While it waits',
    deliver: 'Delivering',
    callback: 'Calling back',
    keep: 'How long it is kept',
  },
  rule: { ...actingRulesEn, ...waitingRulesEn },
  order: {
    title: 'How the board is ordered',
    plain:
      'The same for everybody, by weight: 1 for each day of waiting, 60 for very urgent, 20 for urgent, 10 for each month’s end it waited through and 10 for each time it was reopened. The heaviest come first.',
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
