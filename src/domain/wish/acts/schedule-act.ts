import { day } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

export const scheduleAct: Act<'schedule', { readonly visitAt: Date }> = {
  needs: ({ visitAt }) => [{ kind: 'week-visits', visitAt }],

  decide: (_wish, { visitAt }, _actor, { now, rules, known }) => {
    if (!isVisitTime(visitAt, now)) return refuse({ why: 'bad-visit-time' })
    if (known.weekVisits >= rules.visitsPerWeek) return refuse({ why: 'household-week', limit: rules.visitsPerWeek })
    return step({ data: { visitAt: seconds(visitAt) } })
  },

  apply: (_wish, { data }) => ({ visitAt: instantOf(data.visitAt) }),

  applyToClaim: () => null,

  informs: () => ['poster', 'claimant'],

  isPublic: true,
}

const latestVisit = 60 * day

/** A visit has to be in the future, within 60 days. */
export const isVisitTime = (visitAt: Date, now: Date): boolean =>
  visitAt > now && visitAt.getTime() - now.getTime() < latestVisit
