import type { Rules } from '#domain/rules.ts'
import type { Text } from '#text/text.ts'

/** A rule that is added to the domain and has no words does not compile. */
export type RuleName = Exclude<keyof Rules, 'deliverWithin'> | keyof Rules['deliverWithin']

/** Every rule under the heading where people look for it. */
export const ruleGroups = {
  publish: [
    'checkBeforePublishing',
    'checkWithin',
    'publishedTwiceWithin',
    'valueLimitFen',
    'repeatDays',
    'minimumAge',
    'referWithin',
  ],
  claim: ['openClaimsPerVolunteer', 'claimsPerUnitMonth', 'visitsPerWeek', 'invitationsPerWeek'],
  waiting: ['contactWithin', 'pushAfter', 'secretaryAfter', 'streetAfter', 'askAfter', 'postponements', 'postponeDays'],
  deliver: ['red', 'yellow', 'blue', 'lapseAfter', 'undoMinutes', 'contactHours'],
  callback: ['callbackWithin', 'callbackTries', 'codeTries', 'pageSample', 'signAfterWorkdays'],
  letters: ['letterReceiveWithin', 'letterWithin', 'complaintWithin', 'letterSilentDays'],
  counter: [
    'counterDesks',
    'counterFrom',
    'counterUntil',
    'counterBookFrom',
    'counterBookUntil',
    'counterWeeks',
    'counterCancelDays',
  ],
  keep: ['keepDays', 'endedFileDays', 'unaskedMonths', 'keptMonths', 'keptWaitDays'],
} as const satisfies Record<keyof Text['rules']['groups'], readonly RuleName[]>

/** The unit of each rule; a new rule does not compile without one. */
export const units = {
  checkWithin: 'workdays',
  publishedTwiceWithin: 'workdays',
  signAfterWorkdays: 'workdays',
  valueLimitFen: 'yuan',
  repeatDays: 'days',
  minimumAge: 'years',
  referWithin: 'workdays',
  openClaimsPerVolunteer: 'counts',
  claimsPerUnitMonth: 'counts',
  visitsPerWeek: 'times',
  invitationsPerWeek: 'times',
  contactWithin: 'hours',
  pushAfter: 'workdays',
  secretaryAfter: 'workdays',
  streetAfter: 'workdays',
  askAfter: 'days',
  postponements: 'times',
  postponeDays: 'days',
  red: 'workdays',
  yellow: 'workdays',
  blue: 'workdays',
  lapseAfter: 'workdays',
  undoMinutes: 'minutes',
  contactHours: 'hours',
  callbackWithin: 'workdays',
  callbackTries: 'times',
  codeTries: 'times',
  pageSample: 'counts',
  letterReceiveWithin: 'workdays',
  letterWithin: 'workdays',
  complaintWithin: 'workdays',
  letterSilentDays: 'days',
  counterDesks: 'counts',
  counterFrom: 'oclock',
  counterUntil: 'oclock',
  counterBookFrom: 'oclock',
  counterBookUntil: 'oclock',
  counterWeeks: 'weeks',
  counterCancelDays: 'days',
  keepDays: 'days',
  endedFileDays: 'days',
  keptWaitDays: 'days',
  unaskedMonths: 'months',
  keptMonths: 'months',
} as const satisfies Record<Exclude<RuleName, 'checkBeforePublishing'>, Unit>

type Unit = Exclude<keyof Text['ruleChanges'], 'faults' | 'now'>

/** One flat number a rule. */
export function numbersOf({ deliverWithin, ...rules }: Rules) {
  return { ...rules, ...deliverWithin } satisfies Record<RuleName, number | boolean>
}

type Numbers = ReturnType<typeof numbersOf>
type Said = { readonly name: string; readonly value: string; readonly sentence: string }

export function say(name: RuleName, numbers: Numbers, { rules }: Text): Said {
  const words = rules.rule[name] as Readonly<{ name: string; value: Says; say: Says }>
  const number = numbers[name]
  return { name: words.name, value: words.value(number), sentence: words.say(number) }
}

// The words of each rule take the type of its own number, which the compiler cannot follow through a name.
type Says = (number: number | boolean) => string

export const ruleNames = Object.values(ruleGroups).flat() as readonly RuleName[]

/** The rules whose number has changed. */
export const changedBetween = (before: Rules, after: Rules): readonly RuleName[] => {
  const [old, fresh] = [numbersOf(before), numbersOf(after)]
  return ruleNames.filter((name) => old[name] !== fresh[name])
}
