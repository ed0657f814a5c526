import type { ListName } from '#domain/month/figures.ts'
import type { reportsZh } from '#text/zh/months/reports-text.ts'
import { months as monthNames } from './ledger-text.ts'

const wishes = (n: number) => `${n} ${n === 1 ? 'wish' : 'wishes'}`

const names: Record<ListName, string> = {
  asked: 'Registered',
  direct: 'Answered at once',
  published: 'Published',
  carried: 'Carried over',
  claimed: 'Claimed',
  unclaimed: 'Never claimed so far',
  due: 'Due',
  'on-time': 'Fulfilled on time',
  late: 'Not on time',
  'due-left-out': 'Due, but withdrawn or referred',
  fulfilled: 'Fulfilled',
  confirmed: 'Confirmed this month',
  deliveries: 'Deliveries',
  paged: 'Said on the page of the slip',
  'page-satisfied': 'Satisfied, on the page',
  called: 'Called back',
  uncalled: 'Call-back overdue',
  exhausted: 'Not reached after all tries',
  reached: 'Reached',
  satisfied: 'Satisfied',
  reopened: 'Reopened',
  closed: 'Closed without fulfilment',
  withdrawn: 'Withdrawn',
  referred: 'Referred',
  answered: 'Answered after referral',
  'ended-early': 'Ended before publication',
  requests: 'Requests accepted',
  'callback-due': 'Call-backs due',
  tried: 'Deliveries called about',
  ahead: 'Not due yet',
  wished: 'Wishes registered',
  waiting: 'Waiting for a volunteer now',
  recurring: 'Monthly wishes of the month after',
}

export const reportsEn: typeof reportsZh = {
  title: (month) => `Report of ${month}`,
  months: 'Another month',
  communities: 'Another community',
  running: 'This month is not over, so the figures below may still change.',
  ownGrids: 'Your own grids only.',
  countsOnly: 'You can see figures but no lists.',
  names,
  rates: {
    direct: 'Direct-answer rate',
    claimed: 'Claim rate',
    'on-time': 'On-time fulfilment rate',
    fulfilled: 'Fulfilment rate',
    paged: 'Answered on the page',
    'page-satisfied': 'Satisfied on the page',
    called: 'Call-back rate',
    reached: 'Reached rate',
    satisfied: 'Satisfaction rate',
    reopened: 'Reopened rate',
  },
  how: {
    asked: 'Wishes and requests registered this month, whatever happened to them later. Duplicates are left out.',
    direct:
      'Of the requests accepted this month, those answered at once from the knowledge base or by a call with the office ÷ requests accepted.',
    requests:
      'Wishes published this month, requests answered at once, and those registered this month that were passed on without having been published.',
    published:
      'Wishes first published this month. Wishes carried over from earlier months are shown separately and are not included.',
    carried: 'Wishes published before this month that were neither fulfilled nor ended when it began.',
    claimed:
      'Of the wishes published this month, those claimed at least once by today ÷ published. One that is claimed next month still counts in the month of its publication.',
    unclaimed: 'Wishes published this month that still wait for their first claim today.',
    due: 'Wishes with a promised day in this month. The first claim sets the promised day; another volunteer does not move it. Withdrawn and referred ones are left out and listed.',
    'on-time': 'Of the wishes due, those confirmed as received and delivered before the end of the promised day ÷ due.',
    late: 'Of the wishes due, those whose promised day is over and that were delivered later or are not confirmed yet. Due = on time + not on time + not due yet.',
    'due-left-out': 'Wishes promised for this month that have been withdrawn or referred. Neither on time nor late.',
    fulfilled:
      'Of the wishes published this month, those confirmed as received by today ÷ published. Only the receiving side’s word counts.',
    confirmed: 'Wishes confirmed as received in this month, those of earlier months included.',
    deliveries: 'Every delivery made in this month. A wish that is reopened and delivered again counts twice.',
    paged:
      'Of the call-backs due: the resident said on the page of the slip how it was, so no call was made. It stands beside the calls and is not mixed with them: a page is not as independent as a call, so some are checked.',
    'page-satisfied': 'Of those said on the page: very satisfied, satisfied or rather satisfied.',
    called:
      'Of the call-backs due, those in which somebody who had no part in it has spoken with the receiving side by today ÷ due.',
    uncalled:
      'Of the call-backs due, those past their date that were neither reached nor tried as often as the rules ask.',
    exhausted: 'Of the call-backs due, those not reached after as many tries as the rules ask for.',
    reached: 'Of this month’s deliveries, those reached by telephone ÷ those called about.',
    satisfied:
      'Of the deliveries reached, those answered with very satisfied, satisfied or rather satisfied ÷ reached. Not reached and not answered are never satisfied.',
    reopened:
      'Of this month’s deliveries, those reopened because nothing or only a part was received, or the resident was dissatisfied ÷ deliveries.',
    closed:
      'Published wishes that were withdrawn or referred this month, told apart by reason. Never counted as fulfilled.',
    withdrawn: 'Published wishes that were withdrawn this month. Never counted as fulfilled.',
    referred:
      'Published wishes that were passed to another office this month, answered or not; an answer moves it to the month of the answer. Never counted as fulfilled.',
    answered:
      'Referrals whose answer came this month, published before or not. With its answer a referral ends in the month of the answer.',
    'ended-early': 'Entries withdrawn or referred this month before they were published. Part of no rate.',
    'callback-due':
      'Deliveries whose call-back is due this month. Every delivery is called about, also one confirmed by its receipt code.',
    tried: 'This month’s deliveries with at least one call.',
    ahead: 'Of the wishes due, those whose promised day is not over and that are not fulfilled yet.',
    wished:
      'Registered this month as wishes: without what was answered at once, passed on before it was published, or withdrawn later.',
    waiting: 'Wishes on the board now that nobody has claimed, whenever they were published.',
    recurring:
      'Monthly wishes that come back in the month after this report, and those already drafted or registered again; without those withdrawn.',
  },
  groups: {
    intake: 'Published and claimed',
    promise: 'Promised and fulfilled',
    callback: 'Delivered and called back',
    ended: 'Ended without fulfilment',
  },
  nothing: {
    direct: 'no requests accepted',
    claimed: 'nothing published',
    'on-time': 'nothing due this month',
    fulfilled: 'nothing published',
    paged: 'no call-back due',
    'page-satisfied': 'nobody answered on the page of a slip',
    called: 'no call-back due',
    reached: 'no calls made',
    satisfied: 'nobody reached',
    reopened: 'nothing delivered',
  },
  fraction: (count, of) => `${count} of ${of}`,
  ahead: (count) => `${count} of them not due yet`,
  howHint:
    'Tap a figure’s name to see how it is counted, and a number to see the list behind it. The number after the slash is the total it is a share of.',
  howHintCounts:
    'Tap a figure’s name to see how it is counted. The number after the slash is the total it is a share of.',
  figure: 'Figure',
  count: 'Count',
  result: 'Rate',
  highlights: 'At a glance',
  byGrid: 'By grid',
  byGridOf: (figure) => `${figure} by grid`,
  grid: 'Grid',
  otherGrid: 'Other grids',
  total: 'Total',
  open: (figure, count) => `${figure}: ${count}, open the list`,
  printHint: 'You can print this page.',
  byRules: (year, month, day) => `Calculated by the rules in force since ${day} ${monthNames[month - 1]} ${year}.`,
  ledger: 'Public ledger',
  list: {
    title: (month, figure) => `${figure}, ${month}`,
    lead: (count) => `${wishes(count)}, as in the report.`,
    since: (signed, entered, left, today) =>
      `${wishes(signed)} when the month was signed. Since then ${entered} came in and ${left} left: ${today} now. Those that came in are marked${left ? '; those that left are listed last' : ''}.`,
    entered: 'since the signature',
    left: 'left since the signature',
    leftTitle: 'In this list when the month was signed, and no longer',
    inGrid: (grid) => `${grid} only`,
    back: 'Back to the report',
    emptyTitle: 'There are no wishes behind this figure',
    emptyHelp: 'It is 0 in the report.',
    wish: 'Wish',
    question: 'A question answered at once',
    published: 'Published',
    claimed: 'First claimed',
    promised: 'Promised for',
    delivered: 'Delivered',
    confirmed: 'Confirmed',
    called: 'Called back',
    state: 'Now',
    round: (n) => `claim no. ${n}`,
    tries: (n) => `tried ${n === 1 ? 'once' : `${n} times`}`,
  },
  notBegun: {
    title: (month) => `${month} has not begun`,
    body: 'There are no figures yet. A month’s report starts at midnight on the 1st, and can be signed when the month is over.',
    way: (month) => `Report of ${month}`,
  },
  overview: {
    title: (month) => `Areas in ${month}`,
    lead: 'In the order of the areas, not ranked. Figures only, no lists.',
    caption: 'This month, level by level',
    community: 'Area',
    level: {
      prefecture: 'sum of the prefecture',
      county: 'sum of the county',
      township: 'sum of the township',
      community: 'community',
    },
    emptyTitle: 'There is no community in your area yet',
    emptyHelp: 'Ask an administrator to set up the first one.',
  },
}
