import type { whyDueZh } from '#text/zh/wishes/why-due-text.ts'

export const whyDueEn: typeof whyDueZh = {
  title: (day) => `Why ${day}?`,
  count: (start, days) =>
    `Claimed on ${start}, which does not count. Then ${days} working ${days === 1 ? 'day' : 'days'}, ending at midnight on the last day.`,
  skipped: 'These days were not counted:',
  nothing: 'No days were skipped.',
  weekend: 'weekend',
  moved: (counted, due) =>
    `That gives ${counted}. It was later moved to ${due}; the reason is under “What has happened”. A due date can only move later.`,
}
