import type { ruleChangesZh } from '#text/zh/community/rule-changes-text.ts'

export const ruleChangesEn: typeof ruleChangesZh = {
  title: 'Change the rules',
  lead: 'The new rules apply from midnight at the start of the day you choose. Wishes published before then keep the old rules. Every change and its reason is public on the rules page.',
  open: 'Change the rules',
  fromDay: 'From which day',
  fromDayHint: 'Tomorrow or later.',
  reason: 'Why (public)',
  reasonHint: 'For example: icy roads in winter, one more day. No names.',
  button: 'Save the new rules',
  /** What the rule says with its present number, as on the page of the rules. */
  now: (sentence, unit) => `At present: ${sentence} ${unit}`,
  yuan: 'In yuan',
  workdays: 'In working days',
  days: 'In days',
  months: 'In months',
  minutes: 'In minutes',
  hours: 'In hours',
  counts: 'A count',
  times: 'How often',
  weeks: 'in weeks',
  oclock: 'hour of the day; 10.5 is half past ten',
  years: 'In years, 14 at least',
  ahead: 'Decided and not yet in force',
  aheadLead:
    'The form below changes only the numbers that you alter. It does not undo these changes. You can cancel them here.',
  cancel: 'Cancel this change',
  faults: {
    begun: 'This change is already in force or was cancelled before, so it cannot be cancelled.',
    range: 'This number is out of range. Please change it.',
    day: 'Please choose tomorrow or a later day.',
    'not-later': 'Rules can change from tomorrow on, never for a day that has begun or passed.',
    'day-taken': 'There are already new rules for that day. Please choose another day.',
    'nothing-changed': 'These are the same as the rules on that day, so nothing has changed.',
    reason: 'Please say why.',
    'key-reused':
      'This form has already been sent with different content. Check the rules page; if your change is not there, press again.',
  },
}
