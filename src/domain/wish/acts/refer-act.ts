import { dueAt } from '#domain/time/workdays.ts'
import { type ReferReason, referReasons } from '#domain/vocabulary.ts'
import { type ActWithForm, step } from '#domain/wish/act.ts'

export const referAct: ActWithForm<'refer', { readonly reason: ReferReason }> = {
  form: { note: 'office', reasons: referReasons },
  needs: () => [],
  decide: (_wish, { reason }, _actor, { now, promised, calendar }) =>
    step({ dueAt: dueAt(calendar, now, promised.referWithin), data: { reason } }),
  apply: (_wish, { at, data }) => ({ endedAt: at, endReason: data.reason as string, informSince: null }),
  applyToClaim: () => null,
  informs: () => ['poster'],
  isPublic: true,
}
