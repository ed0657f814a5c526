import { dueAt } from '#domain/time/workdays.ts'
import type { ReferReason } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'

export const referAct: Act<'refer', { readonly reason: ReferReason }> = {
  needs: () => [],
  decide: (_wish, { reason }, _actor, { now, promised, calendar }) =>
    step({ dueAt: dueAt(calendar, now, promised.referWithin), data: { reason } }),
  apply: (_wish, { at, data }) => ({ endedAt: at, endReason: data.reason as string, informSince: null }),
  applyToClaim: () => null,
  informs: () => ['poster'],
  isPublic: true,
}
