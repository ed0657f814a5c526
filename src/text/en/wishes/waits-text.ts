import { counted } from '#text/en/months/counted-text.ts'
import type { waitsZh } from '#text/zh/wishes/waits-text.ts'

export const waitsEn: typeof waitsZh = {
  chooseDay: 'Please choose a new date.',
  postpone: {
    title: 'Running late? Change the date',
    secretaryTitle: 'Change the due date',
    lead: (limit) =>
      `A wish can be postponed at most ${counted(limit, 'time')}, and each claim only once by the claimant. The resident must be told.`,
    openLead: 'No one has claimed it yet. Volunteers will not be invited again until that day.',
    day: 'New date',
    dayHint: (from, until) => `From ${from} to ${until}`,
    reason: 'Reason',
    button: 'Change the date',
    inHistory: (day) => `to ${day}`,
    because: (reason) => `reason: ${reason}`,
    moved: (day, reason) => `Postponed to ${day}. Reason: ${reason}.`,
    was: (day) => `The original date was ${day}. It was calculated like this.`,
    rests: (day) => `On hold until ${day}`,
  },
  tell: {
    list: 'Date changed: tell the resident',
    lead: 'The date promised to a resident has changed. Call them, then press “Told”.',
    count: (count) => `${count}`,
    old: (day) => `was ${day}`,
    fresh: (day) => `now ${day}`,
    back: 'taken back, looking for another volunteer',
    since: (day) => `since ${day}`,
    call: 'Call',
    button: 'Told',
    title: 'Tell the resident the new date',
    thing: 'The wish as posted',
    script: (thing, old, fresh) =>
      `Hello, I am calling from the community. We said “${thing}” would arrive by ${old}. It will now arrive by ${fresh}. We are sorry to keep you waiting. Is that all right?`,
    scriptBack: (thing) =>
      `Hello, I am calling from the community. The volunteer who was going to bring “${thing}” cannot come. We are looking for someone else and will let you know.`,
    yours: 'The date has changed. Have you told the resident? Call them, then press “Told”.',
    staff: 'The date has changed and the resident has not been told.',
    none: 'There is no one left to tell.',
  },
  steps: {
    list: 'News for residents',
    lead: 'Not every resident reads a phone. When a wish was claimed, a visit agreed or moved, or a wish given back, call them, then press “Told”.',
    count: (count, hasMore) => `${count}${hasMore ? ' or more' : ''}`,
    onDesk: (count, hasMore) => `News to tell: ${counted(count, 'resident')}${hasMore ? ' or more' : ''}`,
    kind: {
      claimed: 'Claimed',
      visit: 'A visit is agreed',
      'visit-moved': 'The visit has moved',
      'given-back': 'Given back, looking for another volunteer',
    },
    call: 'Call',
    button: 'Told',
    of: (unit, name) => `${name} of ${unit}`,
    claimed: (thing, day) =>
      `Hello, I am calling from the community. A volunteer has claimed “${thing}”${day ? ` and will bring it by ${day}` : ''}. We will tell you when the visit is agreed. It costs you nothing.`,
    visit: (thing, when, who) =>
      `Hello, I am calling from the community. The visit for “${thing}” is agreed: ${when}. ${who} will come. Ask for the name and the work unit before you open; if they do not match, call us.`,
    'visit-moved': (thing, when, who) =>
      `Hello, I am calling from the community. The visit for “${thing}” has moved to ${when}. ${who} will come. Ask for the name and the work unit before you open; if they do not match, call us.`,
  },
  keep: {
    title: 'Still needed?',
    lead: (days) =>
      `No one has claimed this in ${counted(days, 'day')}. Ask the resident. If it is still needed, keep it open; if not, withdraw it.`,
    button: 'Still needed',
    withdraw: 'No longer needed: withdraw',
    list: 'Ask whether it is still needed',
    asked: (day) => `you were asked on ${day}`,
    look: 'Ask',
  },
  joint: {
    tick: 'I would like others to join',
    tickHint:
      'Other volunteers can each bring part of it; you stay the claimant. You can see each other’s names and phone numbers.',
    branch: (branch) => `Claim it for ${branch}`,
    together: (count) => `${counted(count, 'person', 'people')} together`,
    seeking: 'open to join',
    board: 'Looking for more helpers',
    left: (amount) => `${amount} still needed`,
    leftToLead: (amount) => `${amount} still needed; if no one joins, the claimant brings them.`,
    title: 'Together',
    join: 'I’ll bring some too',
    share: 'How many do you bring?',
    lead: (left) => `The claimant would like help: ${left} still needed.`,
    promise:
      'You give this freely and are not paid back. After you join, all helpers can see each other’s names and phone numbers. Only the claimant sees the resident’s phone number and door.',
    people: 'Helpers',
    leader: 'claimant',
    brings: (amount) => `brings ${amount}`,
    leave: 'I cannot help: leave',
    leaveHint: 'There is no penalty for leaving. The claimant gets a notification.',
    mine: 'Helping others',
    visit: (when) => `Visit agreed for ${when}`,
    noVisit: 'The claimant has not agreed a visit yet',
    signIn: 'Sign in to join',
  },
  weight: {
    carriedUp: { push: 'Volunteers invited again', secretary: 'With the secretary', street: 'With the street office' },
    carriedUpOn: (what, day) => `${what} (${day})`,
    carried: (count) => `carried over ${count === 1 ? 'once' : `${count} times`}`,
    title: (weight) => `Why it is listed here (${weight} points)`,
    days: (n) => `Waited ${counted(n, 'day')}: ${counted(n, 'point')}`,
    urgency: (urgency, n) => `${urgency}: ${counted(n, 'point')}`,
    months: (count, n) => `Still waiting at the end of ${counted(count, 'month')}: ${counted(n, 'point')}`,
    reopened: (count, n) => `Reopened ${count === 1 ? 'once' : `${count} times`}: ${counted(n, 'point')}`,
    sum: (weight) => `Total: ${weight} points. Wishes with more points come first, and each gains 1 point a day.`,
    rules: 'How the board is ordered',
  },
  every: {
    field: 'Every month',
    hint: 'Once it is fulfilled, a draft is made at the start of the next month for the grid worker to check and post.',
    tag: 'every month',
    again:
      'Last month’s wish is due again. Ask whether it is still wanted and whether anything has changed, then post it.',
    before: 'The previous wish',
  },
  fits: {
    title: 'Might suit you',
    lead: 'This is only an invitation. It is up to you whether you claim.',
  },
  giveBack: 'Give it back if you cannot go',
  weekFull: (limit) =>
    `A household can have at most ${counted(limit, 'visit')} a week, and the times you have free are full. Call first and agree a later day.`,
}
