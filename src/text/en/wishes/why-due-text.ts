import type { whyDueZh } from '#text/zh/wishes/why-due-text.ts'

export const whyDueEn: typeof whyDueZh = {
  title: (day) => `Why ${day}?`,
  count: (start, days) =>
    `Claimed on ${start}; that day does not count. Then ${days} working ${days === 1 ? 'day' : 'days'}, until midnight of the last.`,
  skipped: 'These days in between are not counted:',
  nothing: 'No day in between is left out.',
  weekend: 'weekend',
  moved: (counted, due) =>
    `That makes ${counted}; since then it was moved to ${due}, as the history below tells. A date only ever moves later.`,
}
