import type { exceptionsZh } from '#text/zh/desk/exceptions-text.ts'

export const exceptionsEn: typeof exceptionsZh = {
  title: 'Residents and grids',
  more: (count) => `${count} more`,
  of: {
    overdue: { title: 'Overdue claims', action: 'Chase or take back' },
    callback: { title: 'Overdue call-backs', action: 'Call back' },
    unclaimed: { title: 'Unclaimed for a long time', action: 'Find a claimant' },
    reopened: { title: 'Reopened, waiting for a claim', action: 'Find a claimant' },
    exhausted: { title: 'Not reached after all tries', action: 'Try once more' },
    referral: { title: 'Referrals without an answer', action: 'Ask the office' },
    again: { title: 'The same item again for the same household', action: 'Check it' },
    unasked: { title: 'Residents not contacted for a long time', action: 'Asked, nothing needed' },
    unrenewed: { title: 'Consent to be on the list has expired and was not asked for again', action: 'Ask now' },
    'idle-grid': { title: 'Grids without a wish for 30 days', action: 'See its residents' },
    visits: { title: 'Households visited too often this week', action: 'See the file' },
  },
  since: (day) => `since ${day}`,
  due: (day) => `due ${day}`,
  posted: (day) => `published ${day}`,
  asked: (day) => `last asked ${day}`,
  never: 'not asked yet',
  visits: (count) => (count === 1 ? '1 visit this week' : `${count} visits this week`),
  noResident: 'no resident on file',
  street: {
    title: 'What is stuck in your communities',
    lead: 'Press a number to see which ones. The communities keep their own order and are not ranked.',
    community: 'Community',
    none: 'There are no communities in your area yet.',
    opened:
      'Only numbers, progress and dates. Only the community sees names, addresses, phone numbers and what was written.',
    head: ['Number', 'Now', 'Last step', 'Published', 'Due', 'Since'],
    byGrid: ['Grid', 'Residents'],
    idleGrid: 'Grid',
    noneNow: 'There are none now.',
    asked: 'For the street to look at',
    askedLead:
      'No one has claimed them for a long time. The community waits for your answer: whom to ask, what to do, how you can help. Your answer appears on the desks of the secretary and the grid worker.',
    answer: 'Answer',
    backToDesk: 'Back to the desk',
  },
}
