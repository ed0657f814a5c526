import { counted } from '#text/en/months/counted-text.ts'
import type { boardZh, cardZh } from '#text/zh/wishes/wishes-text.ts'

export const boardEn: typeof boardZh = {
  title: (count) =>
    count ? `${counted(count, 'wish', 'wishes')} waiting to be claimed` : 'Every wish has been claimed',
  lead: (fulfilled, earlier, hours) =>
    fulfilled
      ? `${counted(fulfilled, 'wish', 'wishes')} fulfilled this month${earlier ? ` (${earlier} of them published earlier)` : ''}${hours === null ? '' : `, the quickest in ${counted(hours, 'hour')}`}.`
      : 'Claim a wish, deliver it and stay for a chat.',
  about: (yuan) => `about ${yuan} yuan`,
  filters: 'Filters',
  all: 'All',
  grid: 'Grid',
  category: 'Category',
  urgency: 'Urgency',
  waited: {
    hours: (n) => `waiting ${counted(n, 'hour')}`,
    days: (n) => `waiting ${counted(n, 'day')}`,
    fresh: 'just published',
  },
  otherReasons: (count) => counted(count, 'other reason'),
  within: (days) => `Delivery within ${counted(days, 'working day')} of the claim`,
  due: (day) => `by ${day}`,
  place: (grid, elder) => `${grid} · ${elder}`,
  emptyTitle: 'There are no wishes to claim at the moment',
  emptyHelp:
    'New wishes appear here once they are published. If you are a resident with a wish, tell your grid worker or call the community.',
  emptyFilter: 'No wish fits these filters',
  showAll: 'Show all of them',
  fits: 'For you',
  others: 'Other wishes',
  toPlain: 'Show all in the standard order',
  toFit: 'Show what suits me first',
  howOrdered: 'How they are ordered',
}

export const cardEn: typeof cardZh = {
  code: (code) => `Wish ${code}`,
  steps: 'The five steps of a wish',
  step: { post: 'Post', publish: 'Publish', claim: 'Claim', deliver: 'Delivery', callback: 'Call-back' },
  stepState: { past: 'done', now: 'at this step now', next: 'still to come', stopped: 'ended here' },
  undecided: 'to be decided',
  wait: 'waiting',
  claimedBy: (who) => `Claimed by ${who}`,
  deliveredBy: (who) => `Delivered by ${who}`,
  someone: 'a volunteer',
  history: 'What has happened',
  noteForClaimer: 'A note for the claimant',
  specification: 'Details',
  value: 'Estimated value',
  yuan: (amount) => `${amount} yuan`,
  moreContact: 'Visit, specification and tips',
  contactTitle: 'Details for your visit (only you can see this)',
  contactFor: (name, time) => `Seen by ${name} at ${time}`,
  contactUntil: (time) => `Shown until ${time}. Every view is recorded. Please do not pass this on.`,
  noContact:
    'This resident has not agreed to share their contact details. Please call the grid worker who posted the wish; they will go with you.',
  callGridWorker: 'Grid worker',
  name: 'Name',
  address: 'Address',
  addressOf: ({ place, building, unit, door }) =>
    [place, building && `Building ${building}`, unit && `Unit ${unit}`, door && `Door ${door}`]
      .filter(Boolean)
      .join(', '),
  phone: 'Phone',
  noPhone: 'No phone: please knock',
  hours: 'Good times to call',
  relative: 'Relative',
  hearing: 'Hearing',
  visit: 'Agreed visit',
  noVisit: 'No time agreed yet',
  care: 'Tip for the visit',
  resident: 'Resident',
  inside: 'For community staff only',
  public: 'What the public page shows',
  unnamed: '(title to be checked)',
  untitled: '(title not public)',
  looked: 'Every view is recorded. Please do not pass on screenshots.',
  overdue: (day: string) => `Overdue since ${day}`,
  words: 'In their own words',
  source: 'Source',
  postedBy: 'Posted by',
  claimant: 'Claimed by',
  completeDraft: 'Complete and post again',
}
