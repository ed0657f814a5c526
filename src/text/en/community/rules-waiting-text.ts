import type { waitingRulesZh } from '#text/zh/community/rules-waiting-text.ts'

const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
const workdays = (n: number) => many(n, 'working day')
const days = (n: number) => many(n, 'day')

export const waitingRulesEn: typeof waitingRulesZh = {
  checkWithin: {
    name: 'Check before publishing',
    value: workdays,
    say: (n) => `A posting is checked within ${workdays(n)}; after that the secretary is reminded.`,
  },
  contactWithin: {
    name: 'First contact',
    value: (n) => many(n, 'hour'),
    say: (n) =>
      `A visit is agreed with the resident within ${many(n, 'hour')} of the claim, else the claimant is reminded once.`,
  },
  pushAfter: {
    name: 'Second invitation',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim, volunteers whom it suits are invited again.`,
  },
  secretaryAfter: {
    name: 'To the secretary',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim it is on the secretary’s list.`,
  },
  streetAfter: {
    name: 'To the street',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim it is on the street’s list.`,
  },
  askAfter: {
    name: 'Still needed?',
    value: days,
    say: (n) => `After ${days(n)} on the board the grid worker asks the resident whether it is still needed.`,
  },
  postponements: {
    name: 'Postponements',
    value: (n) => many(n, 'time'),
    say: (n) => `A wish is postponed at most ${many(n, 'time')}, by a claimant once a claim, and always with a reason.`,
  },
  postponeDays: {
    name: 'Postponed at most',
    value: days,
    say: (n) => `A new date lies at most ${days(n)} ahead.`,
  },
  visitsPerWeek: {
    name: 'Visits to one household',
    value: (n) => `${n} a week`,
    say: (n) => `One household has at most ${many(n, 'outside visit')} a week, so that nobody is disturbed.`,
  },
  referWithin: {
    name: 'Answer to a referral',
    value: workdays,
    say: (n) => `Where an office has not answered after ${workdays(n)}, it is asked.`,
  },
  keepDays: {
    name: 'Words of a wish',
    value: days,
    say: (n) => `${days(n)} after closing, what was written in a wish is erased; the figures stay.`,
  },
  endedFileDays: {
    name: 'A resident’s file',
    value: days,
    say: (n) => `${days(n)} after moving, death or a withdrawn consent the file is erased.`,
  },
  unaskedMonths: {
    name: 'Nobody has asked',
    value: (n) => many(n, 'month'),
    say: (n) => `A resident whom nobody has asked for ${many(n, 'month')} is called to the community’s mind.`,
  },
  keptMonths: {
    name: 'Asking again for consent to be on the list',
    value: (n) => many(n, 'month'),
    say: (n) =>
      `${many(n, 'month')} after a resident has agreed to be kept on the list, the grid worker asks again. No file is erased for want of an answer.`,
  },
  keptWaitDays: {
    name: 'Not asked again: the secretary',
    value: days,
    say: (n) => `A consent that should be asked again and has waited ${days(n)} goes on the secretary’s list.`,
  },
}
