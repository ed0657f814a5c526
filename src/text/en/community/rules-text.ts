import type { rulesZh } from '#text/zh/community/rules-text.ts'
import { actingRulesEn } from './rules-acting-text.ts'
import { waitingRulesEn } from './rules-waiting-text.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

export const rulesEn: typeof rulesZh = {
  title: 'Our rules',
  lead: (from) =>
    `In force since ${from}. Each wish follows the rules of the day it was published. Later changes do not apply to it.`,
  day: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  monthDay: (month, day) => `${day} ${months[month - 1]}`,
  contents: 'On this page',
  contentsOf: {
    publish: 'Publishing',
    claim: 'Claiming',
    waiting: 'While it waits',
    deliver: 'Delivering',
    callback: 'Calling back',
    keep: 'How long data is kept',
    order: 'How wishes are ordered',
    invitations: 'How volunteers are invited',
    never: 'What we never ask',
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
    letters: 'Letters',
    counter: 'Weekend counter',
    keep: 'How long data is kept',
  },
  rule: { ...actingRulesEn, ...waitingRulesEn },
  order: {
    title: 'How the board is ordered',
    plain:
      'The order is the same for everyone, by points: 1 for each day of waiting, 60 for very urgent, 20 for urgent, 10 for each month-end passed and 10 for each time it was reopened. Wishes with more points come first.',
    fits: 'When a volunteer is signed in, what they were invited to comes first, then those of the first 200 in that order that suit them best: up to 8 together, each with its reasons. Very urgent wishes always come first. The others follow the formula for invitations in the next section, which looks at:',
    rows: [
      'whether it is very urgent (red);',
      'whether it is urgent, how many days are left, and how often it came back;',
      'the chance that such an invitation leads to a delivery in time: whether it needs a skill you named when you reported in, whether it is in the grid where you live (based on the building you gave; the building of the wish is not used), and whether you have free time before it would be due.',
    ],
    never:
      'We use nothing else: not how many wishes you claimed, nor how you were rated. This is only an invitation, and anyone can claim any wish. One tap shows the standard order. You can change the details you gave us under “My details”.',
  },
  never: {
    title: 'What we never ask',
    lead: 'There is no setting that turns any of this on.',
    rows: [
      'No ID number, birth date, diagnosis, belief or kind of hardship; only an age band.',
      'No check-ins, no location, no forced photos or videos, no log-in quotas.',
      'No points and no rankings of communities, units or people.',
      'No one is assigned a wish. We only invite, and you can give a wish back at any time.',
      'Residents pay nothing, volunteers are not reimbursed, and no money passes through this platform.',
      'No cash, no prescription medicine, no use of other people’s bank cards; nothing that has expired or expires within a month.',
      'The person who handles a wish cannot also confirm it: a claimant cannot confirm for the resident, and the person who delivered cannot make the call-back.',
    ],
  },
  sees: {
    title: 'Who sees what',
    caption: 'Who sees what',
    who: 'Who',
    what: 'Sees',
    rows: [
      ['Anyone', 'What the wish is, age band, grid, its progress and the work unit. Not whose wish it is.'],
      [
        'The claimant',
        'The name, telephone number and door for their own claim, hidden again after the delivery. The page shows the viewer’s name and the time.',
      ],
      ['Grid worker', 'Residents and wishes in their own grids.'],
      ['Secretary', 'Residents, wishes and reports of their own community.'],
      ['Supervisor', 'Figures of the communities in their area, no lists.'],
      ['Administrator', 'Accounts and areas, no residents.'],
    ],
    name: 'A volunteer’s name is public only with their consent, which they can withdraw at any time.',
  },
  figures: {
    title: 'How we count',
    lead: 'Reports and the ledger use these definitions. If nothing was due, there is no percentage. For totals under 10, we say how many out of how many.',
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
    lead: 'Tell us if something was not delivered or is recorded wrongly, if you no longer want it to be public, or if you want to see or delete your data.',
    call: (phone) => `Call the community on ${phone}`,
    noPhone: 'Please go to the community service desk or tell your grid worker.',
    rows: [
      'Not received or not satisfied: call us. The wish is reopened for another volunteer and the secretary is notified.',
      'Recorded wrongly: the grid worker or the secretary checks and corrects it, and the change is recorded.',
      'Withdrawing consent: tell us and the public card is removed. Public pages then only say “withdrawn”.',
      'Not satisfied with how we handled it: contact the supervisors above us or call 12345.',
    ],
  },
}
