import type { Act } from '#domain/wish/act.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'

/** An open wish has waited so long that its grid workers have to ask whether it is still needed. */
export const askAct: Act<'ask'> = {
  needs: () => [],
  decide: (wish, _order, _actor, situation) => asAnnounced(wish, 'ask', situation, {}),
  apply: (_wish, { at }) => ({ askedAt: at }),
  applyToClaim: () => null,
  informs: () => ['gridWorkers'],
  isPublic: false,
}
