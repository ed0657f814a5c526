import type { waitingRulesZh } from '#text/zh/community/rules-waiting-text.ts'

const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
const workdays = (n: number) => many(n, 'working day')
const days = (n: number) => many(n, 'day')

export const waitingRulesEn: typeof waitingRulesZh = {
  checkWithin: {
    name: 'Check before publishing',
    value: workdays,
    say: (n) => `New wishes are checked within ${workdays(n)}. After that the secretary is reminded.`,
  },
  contactWithin: {
    name: 'First contact',
    value: (n) => many(n, 'hour'),
    say: (n) =>
      `The claimant agrees a visit with the resident within ${many(n, 'hour')} of the claim, or is reminded once.`,
  },
  pushAfter: {
    name: 'Second invitation',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim, suitable volunteers are invited again.`,
  },
  secretaryAfter: {
    name: 'To the secretary',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim it is on the secretary’s list.`,
  },
  streetAfter: {
    name: 'To the street office',
    value: workdays,
    say: (n) => `After ${workdays(n)} without a claim it is on the street office’s list.`,
  },
  askAfter: {
    name: 'Still needed?',
    value: days,
    say: (n) => `After ${days(n)} on the board the grid worker asks the resident whether it is still needed.`,
  },
  postponements: {
    name: 'Postponements',
    value: (n) => many(n, 'time'),
    say: (n) =>
      `A wish can be postponed at most ${many(n, 'time')}, only once per claim by the claimant, and always with a reason.`,
  },
  postponeDays: {
    name: 'Postponed at most',
    value: days,
    say: (n) => `A new date can be at most ${days(n)} ahead.`,
  },
  visitsPerWeek: {
    name: 'Visits to one household',
    value: (n) => `${n} a week`,
    say: (n) => `A household has at most ${many(n, 'visit')} a week, so residents are not disturbed.`,
  },
  invitationsPerWeek: {
    name: 'Invitations to one volunteer',
    value: (n) => `${n} a week`,
    say: (n) => `A volunteer gets at most ${many(n, 'invitation')} a week, and may choose fewer or none.`,
  },
  referWithin: {
    name: 'Answer to a referral',
    value: workdays,
    say: (n) => `If an office has not answered after ${workdays(n)}, we ask it again.`,
  },
  keepDays: {
    name: 'Text of a wish',
    value: days,
    say: (n) => `${days(n)} after a wish is closed, its text is erased. The figures are kept.`,
  },
  endedFileDays: {
    name: 'A resident’s file',
    value: days,
    say: (n) => `${days(n)} after a resident moves away, dies or withdraws consent, the file is erased.`,
  },
  unaskedMonths: {
    name: 'Not contacted for a long time',
    value: (n) => many(n, 'month'),
    say: (n) => `If no one has contacted a resident for ${many(n, 'month')}, the community is reminded.`,
  },
  keptMonths: {
    name: 'Asking again for consent to be on the list',
    value: (n) => many(n, 'month'),
    say: (n) =>
      `${many(n, 'month')} after a resident agrees to be on the list, the grid worker asks again. No file is erased for lack of an answer.`,
  },
  keptWaitDays: {
    name: 'Not asked again: the secretary',
    value: days,
    say: (n) => `If a resident should be asked again and ${days(n)} pass without it, they go on the secretary’s list.`,
  },
}
