import type { ruleChangesZh } from '#text/zh/community/rule-changes-text.ts'

export const ruleChangesEn: typeof ruleChangesZh = {
  title: 'Change the rules',
  lead: 'The new rules hold from midnight of the day you choose; wishes published before keep the old ones. Every change stands with its reason on the rules page.',
  open: 'Change the rules',
  fromDay: 'From which day',
  fromDayHint: 'Tomorrow or later.',
  reason: 'Why (public)',
  reasonHint: 'For example: icy roads in winter, one more day. No names.',
  button: 'Decide',
  yuan: 'In yuan',
  workdays: 'In working days',
  days: 'In days',
  months: 'In months',
  minutes: 'In minutes',
  hours: 'In hours',
  counts: 'A count',
  times: 'How often',
  years: 'In years, 14 at least',
  faults: {
    range: 'This number is out of range. Please change it.',
    day: 'Please choose tomorrow or a later day.',
    'not-later': 'Rules can change from tomorrow on, never for a day that has begun or passed.',
    'day-taken': 'There are new rules for that day already. Please choose another.',
    'nothing-changed': 'That is the same as the rules of that day: nothing is changed.',
    reason: 'Please say why.',
    'key-reused':
      'This form was already sent with other content. Look at the rules page; if it is not there, press once more.',
  },
}
