import type { callbacksZh } from '#text/zh/desk/callbacks-text.ts'

export const callbacksEn: typeof callbacksZh = {
  title: 'Call-backs',
  lead: 'Every delivery is asked about by telephone. Who can take a call now comes first, then the nearest date.',
  count: (count) => (count === 1 ? 'One is for you to call.' : `${count} are for you to call.`),
  others: (count) =>
    `${count} more ${count === 1 ? 'is' : 'are'} for somebody else to call: you claimed it, entered the claim or have seen the receipt code, and one person has one side.`,
  emptyTitle: 'All called',
  emptyHelp: 'A new delivery will stand here.',
  now: 'Can take a call now',
  anyHour: 'No good hours were named',
  hours: (from, until) => `Good hours: ${from}–${until}`,
  later: (when) => `Call after ${when}`,
  tried: (count) => (count === 1 ? 'tried once' : `tried ${count} times`),
  overdue: 'Overdue',
  callBy: (day) => `call by ${day}`,
  rate: 'Receipt is confirmed by the code; only ask whether they are satisfied',
  call: 'Call',
  next: 'Next: ',
  callNext: 'Call the next one',
  noNext: 'Nobody else is waiting for a call.',
  sameHour:
    'Noted. It is less than two hours after the last try, so it does not count as another; call at another hour.',
  more: 'Further on',
  first: 'Back to the start',
  onDesk: (count) => (count ? `Call-backs · ${count}` : 'Call-backs'),
  noticed: 'Did you hear of anything else?',
  noticedHint:
    'Take down a new wish for this resident; what is not for volunteers goes to an office in the same form. Save an unfinished call first.',
  newWish: 'Take down what was noticed',
  newReferral: 'Refer it to an office',
  reopened: 'Reopened wishes',
  reopenedTimes: (count) => `reopened ${count === 1 ? 'once' : `${count} times`}, waiting for a new owner`,
}
