import type { Act, Informed } from '#domain/wish/act.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'
import { type Reminder, withStep } from '#domain/wish/clock/clock-steps.ts'

export const remindAct: Act<'remind', { readonly step: Reminder }> = {
  needs: () => [],
  decide: (wish, { step }, _actor, situation) => asAnnounced(wish, step, situation, { data: { step } }),

  // An office is reminded again and again; every other reminder is sent once.
  apply: ({ stepsDone }, { at, data }) => ({
    ...(data.step === 'referral' ? {} : { stepsDone: withStep(stepsDone, data.step) }),
    remindedAt: at,
  }),

  applyToClaim: () => null,
  informs: ({ data }) => informedOf[data.step as Reminder],
  isPublic: false,
}

/** Where staff entered the claim for a volunteer, they are informed and call the volunteer. */
const informedOf = {
  check: ['secretaries'],
  contact: ['claimant', 'enteredBy'],
  due: ['claimant', 'enteredBy'],
  overdue: ['claimant', 'enteredBy', 'poster', 'secretaries'],
  callback: ['gridWorkers', 'secretaries'],
  referral: ['poster', 'gridWorkers', 'secretaries'],
} as const satisfies Record<Reminder, readonly Informed[]>
