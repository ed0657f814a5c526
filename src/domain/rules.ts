import * as z from 'zod'

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
  // What follows came later: a version that was written before it says nothing of them, and then the default holds.
  /** Working days until a posting that nobody has checked is called to mind. */
  checkWithin: count(30).default(1),
  /** Hours from the claim to the first contact with the resident, else a reminder. */
  contactWithin: count(240).default(24),
  /** Working days that an open wish waits until fitting volunteers, the secretary, the street are told. */
  pushAfter: count(60).default(3),
  secretaryAfter: count(90).default(7),
  streetAfter: count(120).default(14),
  /** Days after which the grid worker is asked whether an open wish is still needed. */
  askAfter: count(120).default(14),
  postponements: count(10).default(3),
  /** Days from now to which a date may be postponed at most. */
  postponeDays: count(120).default(30),
  /** Working days until an office's answer to a referral is asked for. */
  referWithin: count(60).default(5),
  /** Outside visits to one household in a week, Monday to Sunday. */
  visitsPerWeek: count(14).default(2),
  /** Invitations to one volunteer in a week, Monday to Sunday. */
  invitationsPerWeek: count(7).default(3),
  /** Days after closing until the words of a wish are erased. */
  keepDays: count(730).default(90),
  /** Days after its end until a resident's file is erased. */
  endedFileDays: count(365).default(30),
  /** Months without anybody asking after which a resident stands on the desk. */
  unaskedMonths: count(24).default(6),
  /** Months after which the consent to be kept on the list is asked again. Each year at the latest, whatever a rule says. */
  keptMonths: count(12).default(12),
  /** Days on the grid's desk after which one that nobody has asked again goes to the secretary. */
  keptWaitDays: count(120).default(30),
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

/** The version in force on a local day: the latest that has begun. Versions may come in any order. */
export const ruleVersionOn = (versions: readonly RuleVersion[], day: string): RuleVersion => {
  const begun = versions.filter((v) => v.fromDay <= day).sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))
  const version = begun[0]
  if (!version) throw new Error(`no rules in force on ${day}`)
  return version
}
