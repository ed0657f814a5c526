import type { ledgerZh } from '#text/zh/months/ledger-text.ts'

export const months = [
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

export const ledgerEn: typeof ledgerZh = {
  title: (month) => `Ledger of ${month}`,
  lead: (month, isRunning, of) => {
    const own = of.published
      ? `Of the ${of.published} published in ${month}, ${of.fulfilled} ${of.fulfilled === 1 ? 'has' : 'have'} been fulfilled${of.later ? ` (${of.later} confirmed after ${month})` : ''}`
      : `Nothing was published in ${month}`
    const other = of.earlier
      ? `; another ${of.earlier}, published earlier, ${of.earlier === 1 ? 'was' : 'were'} fulfilled ${isRunning ? 'this month' : `in ${month}`}`
      : ''
    return `${own}${other}.`
  },
  bar: {
    published: (n) => `${n} published`,
    fulfilled: (n) => `${n} fulfilled`,
    delivered: (n) => `${n} delivered, to be confirmed`,
    claimed: (n) => `${n} under way`,
    open: (n) => `${n} to be claimed`,
    ended: (n) => `${n} withdrawn or referred`,
  },
  about:
    'Every published wish is listed here, with the day it was published, claimed, delivered and confirmed. The ledger records what happened, never who the resident is.',
  cards: (all, inTime, looks) =>
    `Steps that got a card this month, because they were close to their date or past it: ${all}, of which ${inTime} were done in time. Cases that supervisors opened with a reason: ${looks}.`,
  running: 'This month is not over, so the ledger still changes every day.',
  headline: 'Which wishes',
  publishedOnes: 'All published',
  parts: { fulfilled: 'Fulfilled', done: 'Closed', underway: 'Under way', overdue: 'Overdue' },
  nonePart: 'None of the wishes published this month',
  months: 'Another month',
  shortMonth: (month) => months[month - 1] ?? '',
  month: (year, month) => `${months[month - 1]} ${year}`,
  download: 'CSV',
  downloadSheet: 'Download Excel',
  fileSheet: 'Public ledger (Excel)',
  fileCsv: 'Public ledger (CSV)',
  downloadJson: 'JSON',
  feed: 'Feed of fulfilled wishes (Atom)',
  asOf: (time, lastEvent) =>
    `As of ${time}, the ledger has ${lastEvent} records. Records can only be added, never changed or deleted.`,
  inHours: (head) => `${head} (hours)`,
  aboutSheet: 'About',
  aboutHead: ['What', 'Content'],
  community: 'Community',
  monthOf: 'Month',
  lastEvent: 'Number of the last record',
  madeAt: 'Made at',
  zone: 'Time zone of the times',
  beijingTime: 'Beijing time',
  definitions: 'How each figure is counted',
  feedTitle: (community) => `${community} · fulfilled wishes`,
  feedSubtitle:
    'The last 50 wishes that the resident or the family has confirmed. It records what happened, never who the resident or the volunteer is.',
  feedSummary: (grid, unit, published, confirmed) =>
    `A wish of ${grid}, published ${published}, ${unit ? `claimed by a volunteer from ${unit}, ` : ''}confirmed ${confirmed}.`,
  downloadHint: 'Opens in Excel or WPS, so anyone can check the figures.',
  emptyTitle: 'No wish was published this month',
  emptyHelp: 'Wishes appear here as soon as they are published. Try another month.',
  caption: (month) => `Wishes published in ${month}`,
  wish: 'Wish',
  grid: 'Grid',
  urgency: 'Urgency',
  category: 'Kind',
  state: 'Now',
  published: 'Published',
  claimed: 'First claimed',
  claimedNow: 'Current claim',
  promised: 'Promised by',
  delivered: 'Delivered',
  confirmed: 'Confirmed',
  ended: 'Ended',
  unit: 'Work unit',
  volunteer: 'Volunteer (with their consent)',
  code: 'Code',
  quantity: 'Quantity',
  measure: 'Measure',
  toClaim: 'Publication to claim',
  toDelivery: 'Claim to delivery',
  toConfirm: 'Delivery to confirmation',
  handedBack: 'Times given back or lapsed',
  reopened: 'Times reopened',
  outcome: {
    delivered: (took) => `delivered in ${took}`,
    late: (took, days) => `${took}, ${days} ${days === 1 ? 'day' : 'days'} late`,
    unconfirmed: 'delivered, to be confirmed',
    claimed: (day) => `under way, by ${day}`,
    overdue: (days) => `overdue by ${days} ${days === 1 ? 'day' : 'days'}`,
  },
  attempts: {
    nth: (n, steps) => `Attempt ${n}: ${steps.join(', ')}`,
    claimed: (day, unit) => `claimed ${day}${unit ? ` by ${unit}` : ''}`,
    delivered: (day) => `delivered ${day}`,
    ended: {
      'given-back': (day) => `given back ${day}`,
      lapsed: (day) => `taken back after the due date ${day}`,
      'not-received': (day) => `not properly received, reopened ${day}`,
    },
  },
  signed: {
    title: 'The figures of this month are signed',
    by: (community, day, published, fulfilled) =>
      `The secretary of ${community} signed on ${day}: ${published} published, ${fulfilled} fulfilled. Signed figures stay; corrections are added below them.`,
    today:
      'The figures above follow today’s records. They differ from the signed ones where a wish was confirmed, reopened or withdrawn after the signature.',
  },
  duration: {
    short: 'under an hour',
    hours: (n) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    days: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
}
