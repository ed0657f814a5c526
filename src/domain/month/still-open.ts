/** What a month leaves over, in the order of a wish's way; each is somebody who waits. db/months/month-open.ts says each as a condition. */
export const openGroups = [
  'submitted',
  'draft',
  'referred',
  'open',
  'claimed',
  'uncalled',
  'earlier',
  'unconfirmed',
] as const
export type OpenGroup = (typeof openGroups)[number]
