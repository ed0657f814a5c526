import * as z from 'zod'

const halfHour = z.number().min(0).max(24).multipleOf(0.5)
const count = (max: number) => z.number().int().min(1).max(max)

/** The numbers a community works by. Sources and reasons: docs/rules.md. A rule that the law forbids has no field. */
export const rulesSchema = z.strictObject({
  checkBeforePublishing: z.boolean(),
  /** Working days from the claim to the delivery. */
  deliverWithin: z.strictObject({ red: count(30), yellow: count(30), blue: count(60) }),
  valueLimitFen: z.number().int().min(0).max(1_000_000),
  openClaimsPerVolunteer: count(20),
  claimsPerUnitMonth: count(200),
  /** Working days after the due date until an overdue claim returns to the board. */
  lapseAfter: count(30),
  /** Working days from the delivery to the call-back. */
  callbackWithin: count(30),
  callbackTries: count(10),
  /** Days within which the same item for the same household needs a reason. */
  repeatDays: count(365),
  undoMinutes: count(24 * 60),
  contactHours: count(72),
  codeTries: count(20),
  // The following rules were added later. Versions written before then have no values for them, so they have defaults.
  /** Working days until a reminder is sent about a posting that was not checked. */
  checkWithin: count(30).default(1),
  /** Hours from the claim until a reminder is sent, if the resident was not contacted. */
  contactWithin: count(240).default(24),
  /** Working days that an open wish waits until suitable volunteers, the secretary and the street are notified. */
  pushAfter: count(60).default(3),
  secretaryAfter: count(90).default(7),
  streetAfter: count(120).default(14),
  /** Days after which the grid worker is asked whether an open wish is still needed. */
  askAfter: count(120).default(14),
  postponements: count(10).default(3),
  /** Days from now to which a date may be postponed at most. */
  postponeDays: count(120).default(30),
  /** Working days until a reminder is sent that an office has not answered a referral. */
  referWithin: count(60).default(5),
  /** One in this many deliveries rated on the page of the slip is called about nevertheless; 1 means each. */
  pageSample: count(100).default(5),
  /** Outside visits to one household in a week, Monday to Sunday. */
  visitsPerWeek: count(14).default(2),
  /** Invitations to one volunteer in a week, Monday to Sunday. */
  invitationsPerWeek: count(7).default(3),
  /** Days after closing until the words of a wish are erased. */
  keepDays: count(730).default(90),
  /** Days after its end until a resident's file is erased. */
  endedFileDays: count(365).default(30),
  /** Months without being asked after which a resident appears on the desk. */
  unaskedMonths: count(24).default(6),
  /**
   * Months after which residents are asked again whether they want to stay on the list. At least once a year, whatever
   * a rule says.
   */
  keptMonths: count(12).default(12),
  /** Days on the grid's desk after which an unanswered renewal goes to the secretary. */
  keptWaitDays: count(120).default(30),
  /** Working days from publication until a wish is in the group and on the notice board; 0 asks for neither. */
  publishedTwiceWithin: z.number().int().min(0).max(30).default(2),
  /** Working days until a letter must be received, answered, and a complaint answered. */
  letterReceiveWithin: count(10).default(1),
  letterWithin: count(30).default(5),
  complaintWithin: count(30).default(3),
  /** Days after an answer to a letter until it is closed without a word from its writer. */
  letterSilentDays: count(90).default(15),
  /** Working days of the next month after which signing a month is recommended: by then most of it has settled. */
  signAfterWorkdays: count(20).default(5),
  /** Desks of the weekend counter; 0: there is none. */
  counterDesks: z.number().int().min(0).max(5).default(1),
  /** Hours of the weekend counter, and those in which the page takes bookings from Monday to Thursday; 10.5 is 10:30. */
  counterFrom: halfHour.default(10.5),
  counterUntil: halfHour.default(13.5),
  counterBookFrom: halfHour.default(10),
  counterBookUntil: halfHour.default(18.5),
  /** Saturdays that are offered ahead. */
  counterWeeks: count(8).default(2),
  /** Days before the day until which a visitor may cancel or change the time. */
  counterCancelDays: count(7).default(1),
  /** Years; a younger person's data would need a guardian's separate consent (PIPL 31), so no rule can go below. */
  minimumAge: z.number().int().min(14).max(18),
})
export type Rules = z.infer<typeof rulesSchema>

export type RuleVersion = {
  readonly id: string
  readonly fromDay: string
  readonly rules: Rules
  readonly reason: string
}

/**
 * The version in force on a local day: the latest that has begun; of two of one day the one that comes last. Days may
 * come in any order.
 */
export const ruleVersionOn = (versions: readonly RuleVersion[], day: string): RuleVersion => {
  const begun = versions.filter((v) => v.fromDay <= day).toSorted((a, b) => a.fromDay.localeCompare(b.fromDay))
  const version = begun.at(-1)
  if (!version) throw new Error(`no rules in force on ${day}`)
  return version
}

/** The rules that a change names; every other rule stays as it is on that day. */
export type RuleChanges = Partial<Omit<Rules, 'deliverWithin'>> & {
  readonly deliverWithin?: Partial<Rules['deliverWithin']>
}

/** What differs between two sets of rules, with the values of the second. */
export function ruleChangesBetween(before: Rules, after: Rules): RuleChanges {
  const { deliverWithin: days, ...numbers } = after
  const changed = entriesThatDiffer(before, numbers)
  const within = entriesThatDiffer(before.deliverWithin, days)
  return within.length
    ? { ...Object.fromEntries(changed), deliverWithin: Object.fromEntries(within) }
    : Object.fromEntries(changed)
}

const entriesThatDiffer = (before: object, after: object) =>
  Object.entries(after).filter(([name, value]) => before[name as keyof typeof before] !== value)

/** All rules with those replaced that a change names. */
export const withChanges = (rules: Rules, { deliverWithin, ...changes }: RuleChanges): Rules => ({
  ...rules,
  ...changes,
  deliverWithin: { ...rules.deliverWithin, ...deliverWithin },
})

type Decided = Omit<RuleVersion, 'rules'> & {
  /** Every rule, as the secretary saw it. */
  readonly rules: Rules
  /** What was decided; null for a version that sets every rule. */
  readonly changes: RuleChanges | null
}

/**
 * The rules of each version. A version changes only what it names, so two decisions for different days keep both,
 * whichever was made first. `decided`: by day, oldest first.
 */
export function rulesInForce(decided: readonly Decided[]): readonly RuleVersion[] {
  let rules: Rules | null = null
  return decided.map(({ changes, ...version }) => {
    rules = rules && changes ? withChanges(rules, changes) : version.rules
    return { ...version, rules }
  })
}
