import type { Act, Informed } from '#domain/wish/act.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'
import { type Escalation, withStep } from '#domain/wish/clock/clock-steps.ts'

export const escalateAct: Act<'escalate', { readonly step: Escalation }> = {
  needs: () => [],
  decide: (wish, { step }, _actor, situation) => asAnnounced(wish, step, situation, { data: { step } }),
  apply: ({ stepsDone }, { data }) => ({ stepsDone: withStep(stepsDone, data.step) }),
  applyToClaim: () => null,
  informs: ({ data }) => informedOf[data.step as Escalation],
  isPublic: true,
}

const informedOf = {
  push: ['fitting'],
  secretary: ['secretaries'],
  street: ['supervisors'],
} as const satisfies Record<Escalation, readonly Informed[]>
