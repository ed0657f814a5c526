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
  downloadHint: 'Opens in Excel or WPS, so that anyone can reckon it again.',
  fileTitle: 'Ledger of wishes',
  emptyTitle: 'No wish was published this month',
  emptyHelp: 'A wish stands here from its publication on. Other months may have some.',
  caption: (month) => `Wishes published in ${month}`,
  wish: 'Wish',
  grid: 'Grid',
  ageBand: 'Age band',
  who: 'Grid and age band',
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
  helper: 'Taken up by',
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
