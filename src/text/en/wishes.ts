import type { boardZh, cardZh, movesZh, noticesZh } from '../zh/wishes.ts'

export { wordsEn } from './words.ts'

const counted = (n: number, one: string, many: string = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const boardEn: typeof boardZh = {
  title: (count) =>
    count ? `${counted(count, 'wish', 'wishes')} waiting to be claimed` : 'Every wish has found somebody',
  lead: (fulfilled, hours) =>
    fulfilled
      ? `${counted(fulfilled, 'wish', 'wishes')} fulfilled this month${hours === null ? '' : `, the quickest home in ${counted(hours, 'hour')}`}.`
      : 'Claim a wish, bring it home, sit down for a chat.',
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
  within: (urgency, days) => `${urgency}: delivery within ${counted(days, 'working day')} of the claim`,
  due: (day) => `delivery due by ${day}`,
  place: (grid, elder) => `${grid} · ${elder}`,
  emptyTitle: 'No wish is waiting to be claimed',
  emptyHelp:
    'New wishes appear here once they are published. Residents with a wish: tell your grid worker, or call the community.',
  emptyFilter: 'No wish fits these filters. Try all of them.',
  signInToClaim: 'Sign in to claim',
}

export const cardEn: typeof cardZh = {
  code: (code) => `Wish ${code}`,
  steps: 'The five steps of a wish',
  step: { post: 'Post', publish: 'Publish', claim: 'Claim', deliver: 'Delivery', callback: 'Call-back' },
  stepState: { past: 'done', now: 'at this step now', next: 'still to come', stopped: 'ended here' },
  undecided: 'to be decided',
  wait: 'waiting',
  claimedBy: (who) => `Claimed by ${who}`,
  someone: 'a volunteer',
  history: 'What has happened',
  noteForClaimer: 'A note for the claimant',
  specification: 'Specification',
  value: 'Estimated value',
  yuan: (amount) => `${amount} yuan`,
  contactTitle: 'For your visit (only you can see this)',
  contactFor: (name, time) => `Seen by ${name} at ${time}`,
  contactUntil: (time) => `Shown until ${time}. Each look is recorded; please do not pass it on.`,
  noContact:
    'This resident has not agreed to give their contact to the claimant. Please call the grid worker who posted the wish, who will go with you.',
  callGridWorker: 'Grid worker',
  name: 'Name',
  address: 'Address',
  addressOf: (building, unit, door) =>
    [building && `Building ${building}`, unit && `Unit ${unit}`, door && `Door ${door}`].filter(Boolean).join(', '),
  phone: 'Phone',
  noPhone: 'No phone: please knock',
  hours: 'Good hours to call',
  relative: 'Relative',
  hearing: 'Hearing',
  visit: 'Agreed visit',
  noVisit: 'No time agreed yet',
  care: 'A hint for the visit',
  resident: 'Resident',
  inside: 'Inside the community only',
  public: 'As the public page shows it',
  unnamed: '(title still to be checked)',
}

export const movesEn: typeof movesZh = {
  claimPromise:
    'You give it freely: the resident is asked for no money and nothing is paid back. No money passes through this platform.',
  claimDue: (days) =>
    `Delivery is due within ${counted(days, 'working day')} of your claim. If you cannot go, you may release it at any time.`,
  signInFirst: 'Sign in to claim',
  claimFor: 'Enter a claim for a volunteer',
  claimForHint:
    'For a volunteer who claims by phone or at the notice board. Whoever enters the claim cannot make the call-back.',
  helper: 'Volunteer',
  extra: 'The secretary approves going over the limit',
  schedule: {
    title: 'Agree a visit',
    when: 'Day and time',
    hint: 'Beijing time. Call first and ask which time suits.',
  },
  release: {
    title: 'I cannot go: release the wish',
    note: 'A note to hand over',
    hint: 'Say how far you have come, so that the next person can carry on. A release costs nothing and is never held against you.',
    button: 'Release',
  },
  deliver: {
    title: 'Brought it?',
    code: 'The receipt code that the resident reads out (6 digits, optional)',
    codeHint: 'With the receipt code it is confirmed at once. Without it is fine too: the community makes a call-back.',
    note: 'Anything to add (optional)',
    button: 'Delivered',
  },
  enterCode: { title: 'Add the receipt code', code: 'Receipt code (6 digits)', button: 'Confirm receipt' },
  undo: {
    title: 'Pressed by mistake?',
    hint: (minutes) =>
      `You can undo a delivery yourself within ${counted(minutes, 'minute')}; after that, ask the secretary.`,
    button: 'Undo the delivery',
  },
  publish: {
    title: 'Check and publish',
    publicText: 'Public title',
    publicHint: 'Only the thing itself: no name, phone, address, illness or hardship.',
    approve: (value, limit) => `The value of ${value} yuan is over the limit of ${limit} yuan; I approve it`,
    button: 'Publish',
    preview: 'Once published, the public sees:',
    consentMissing: (purposes) => `The resident’s consent is still missing for: ${purposes}.`,
    recordConsent: 'Record the consent',
  },
  return: { title: 'Return to be completed', reason: 'Reason for the return', button: 'Return' },
  refer: {
    title: 'Refer to another office',
    reason: 'Where to',
    note: 'Office in charge and its phone (optional)',
    button: 'Refer',
  },
  withdraw: { title: 'Withdraw this wish', reason: 'Reason', note: 'Anything to add (optional)', button: 'Withdraw' },
  call: {
    title: 'Call-back',
    script: (thing, day) =>
      `Hello, I am calling from the community. On ${day} we brought you this: “${thing}”. Did you receive it? Does it suit you?`,
    scriptHint: 'Just read it out. Slowly please, and a little louder.',
    wished: 'The wish as posted',
    deliveredOn: 'Delivered',
    reached: 'Reached?',
    speaker: 'Who answered',
    received: 'Received?',
    satisfaction: 'Satisfied?',
    words: 'In the resident’s own words (optional)',
    button: 'Record the call-back',
    notYours:
      'You claimed this wish, entered the claim or have seen the receipt code. By the rule “one person, one side” another grid worker or the secretary makes this call-back.',
    needAnswer: 'Once reached, please say whether it was received.',
    tried: (count) => `tried ${count === 1 ? 'once' : `${count} times`}`,
    open: 'Make the call-back',
  },
  code: {
    title: 'Receipt code',
    show: 'Show the receipt code',
    shownTo:
      'Read it out to the resident or print it for them. Whoever has seen the receipt code cannot claim or deliver this wish, or enter a claim for it.',
    print: 'Print',
  },
  already: 'You have already taken this step.',
}

export const noticesEn: typeof noticesZh = {
  title: 'Notices',
  empty: 'No new notices.',
  unread: 'unread',
  kind: {
    post: 'A newly posted wish is waiting for your check',
    amend: 'A wish you claimed was amended',
    publish: 'A wish you posted was published',
    return: 'A wish you posted was returned: please complete it',
    claim: 'A wish was claimed',
    schedule: 'A visit was agreed',
    release: 'A wish was released and is back on the board',
    lapse: 'A wish was overdue and is back on the board',
    deliver: 'A wish was delivered and waits for its call-back',
    undo: 'A delivery was undone; the wish is still under way',
    confirm: 'The receipt of a wish was confirmed',
    try: 'A call-back was not answered',
    rate: 'The resident gave a rating',
    reopen: 'A wish was reopened and needs a new claimant',
    refer: 'A wish was referred',
    withdraw: 'A wish was withdrawn: there is no need to go',
  },
}
