import type { deskZh, mineZh } from '../zh/desk.ts'

export const mineEn: typeof mineZh = {
  title: 'My claims',
  lead: (count) =>
    count ? `You have ${count} ${count === 1 ? 'wish' : 'wishes'} in hand.` : 'You have no wish in hand.',
  emptyTitle: 'Take up a wish',
  emptyHelp: 'Somebody is waiting on the board. Once you claim a wish, where to go stands here.',
  toBoard: 'To the board',
  due: (day) => `Deliver by ${day}`,
  overdue: (day) => `Overdue since ${day}: please deliver soon or release it`,
  visit: (when) => `Visit agreed for ${when}`,
  open: 'Open this wish',
  deliver: 'I brought it: record the delivery',
  delivered: 'Just delivered, waiting for the call-back',
  checklist: 'Checklist for the visit',
  notVolunteer: 'You are not a volunteer here; this page only has your notices.',
}

export const deskEn: typeof deskZh = {
  title: 'Desk',
  hello: (name) => `${name}, for today`,
  clear: 'All done: nothing waits for you today.',
  post: 'Post a wish',
  toCheck: 'To check',
  toComplete: 'Returned, to be completed',
  overdue: 'Overdue',
  toCall: 'To call back',
  count: (count) => `${count}`,
  andMore: (count) => `${count} more will appear as these are done.`,
  posted: (day) => `posted ${day}`,
  due: (day) => `was due ${day}`,
  callBy: (day) => `call by ${day}`,
  check: 'Check',
  complete: 'Complete',
  look: 'Look',
  call: 'Call back',
  askConsent: 'Record consent for many',
  report: 'The month',
  supervisor: 'You can read the months of your areas, as counts only.',
  administrator: 'Administrators see neither residents nor wishes. Areas and secretaries are made with bin/setup.',
  tools: 'Often used',
}
