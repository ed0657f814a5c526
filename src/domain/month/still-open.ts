/**
 * What is unfinished after a month, in the order of a wish's lifecycle; in each case a person is waiting. The
 * conditions are in db/months/month-open.ts.
 */
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
