import type { callbacksZh } from '#text/zh/desk/callbacks-text.ts'

export const callbacksEn: typeof callbacksZh = {
  title: 'Call-backs',
  lead: 'We phone about every delivery. People who can take a call now come first, then the earliest due date.',
  count: (count) => (count === 1 ? 'You can make 1 of these calls.' : `You can make ${count} of these calls.`),
  others: (count) =>
    `You cannot make ${count} more: you claimed the wish, entered the claim or have seen the receipt code. The person who handled a wish cannot also confirm it.`,
  emptyTitle: 'All calls are done',
  emptyHelp: 'New deliveries appear here.',
  now: 'Can take a call now',
  anyHour: 'No preferred time',
  hours: (from, until) => `Good times to call: ${from}–${until}`,
  later: (when) => `Call after ${when}`,
  tried: (count) => (count === 1 ? 'tried once' : `tried ${count} times`),
  overdue: 'Overdue',
  callBy: (day) => `call by ${day}`,
  rate: 'Receipt is confirmed by the code. Only ask whether they are satisfied',
  call: 'Call',
  next: 'Next: ',
  callNext: 'Call the next one',
  noNext: 'No one else is waiting for a call.',
  sameHour:
    'Recorded. This was less than two hours after the last try, so it does not count as another one. Call at another time of day.',
  more: 'Show more',
  first: 'Back to the start',
  onDesk: (count) => (count ? `Call-backs · ${count}` : 'Call-backs'),
  noticed: 'Did you hear of anything else?',
  noticedHint:
    'Post a new wish for this resident. If it is not for volunteers, you can refer it to an office in the same form. Save this call first.',
  newWish: 'Post a new wish',
  newReferral: 'Refer it to an office',
  reopened: 'Reopened wishes',
  reopenedTimes: (count) => `reopened ${count === 1 ? 'once' : `${count} times`}, waiting for a new claimant`,
}
