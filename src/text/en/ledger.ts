import type { ledgerZh } from '../zh/ledger.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const times = (n: number) => (n === 1 ? 'once' : `${n} times`)

export const ledgerEn: typeof ledgerZh = {
  title: (month) => `Ledger of ${month}`,
  lead: (published, fulfilled) =>
    published
      ? `${published} ${published === 1 ? 'wish' : 'wishes'} published, ${fulfilled} of them fulfilled.`
      : 'Nothing was published this month.',
  about:
    'Every published wish stands here: the day it was published, claimed, brought home and confirmed. It tells what happened, never who the resident is.',
  running: 'This month is not over: the ledger changes every day.',
  months: 'Another month',
  month: (year, month) => `${months[month - 1]} ${year}`,
  download: 'Download this month (CSV)',
  downloadSheet: 'Download this month (Excel)',
  downloadJson: 'Data (JSON)',
  feed: 'Feed of fulfilled wishes (Atom)',
  asOf: (time, lastEvent) => `As of ${time}, up to record ${lastEvent} of the ledger.`,
  inHours: (head) => `${head} (hours)`,
  aboutSheet: 'About',
  aboutHead: ['What', 'Content'],
  community: 'Community',
  monthOf: 'Month',
  lastEvent: 'Number of the last record',
  madeAt: 'Made at',
  zone: 'Time zone of the times',
  definitions: 'How each figure is counted',
  feedTitle: (community) => `${community} · fulfilled wishes`,
  feedSubtitle:
    'The last 50 wishes that the resident or the family has confirmed. It tells what happened, never who the resident or the volunteer is.',
  feedSummary: (grid, unit, published, confirmed) =>
    `A wish of ${grid}, published ${published}, ${unit ? `taken up from ${unit}, ` : ''}confirmed ${confirmed}.`,
  downloadHint: 'Opens in Excel or WPS, so that anyone can reckon it again.',
  emptyTitle: 'No wish was published this month',
  emptyHelp: 'A wish stands here from its publication on. Other months may have some.',
  caption: (month) => `Wishes published in ${month}`,
  wish: 'Wish',
  grid: 'Grid',
  urgency: 'Urgency',
  category: 'Kind',
  state: 'Now',
  published: 'Published',
  claimed: 'First claimed',
  promised: 'Promised for',
  delivered: 'Delivered',
  confirmed: 'Confirmed',
  ended: 'Ended',
  unit: 'Work unit',
  volunteer: 'Volunteer (by own consent)',
  takenUpBy: 'Taken up by',
  code: 'Code',
  quantity: 'Quantity',
  measure: 'Measure',
  toClaim: 'Publication to claim',
  toDelivery: 'Claim to delivery',
  toConfirm: 'Delivery to confirmation',
  handedBack: 'Times given back or lapsed',
  reopened: 'Times reopened',
  took: (duration) => `took ${duration}`,
  duration: {
    short: 'under an hour',
    hours: (n) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    days: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
  handedBackTimes: (n) => `given back or lapsed ${times(n)}`,
  reopenedTimes: (n) => `reopened ${times(n)}`,
}
