import type { Act } from '#domain/wish/act.ts'
import { asAnnounced } from '#domain/wish/clock/announced.ts'

/** An open wish is carried over into a new month. */
export const carryAct: Act<'carry'> = {
  needs: () => [],
  decide: (wish, _order, _actor, situation) => asAnnounced(wish, 'carry', situation, {}),
  apply: (wish, { at }) => ({ carriedAt: at, carried: wish.carried + 1 }),
  applyToClaim: () => null,
  informs: () => [],
  isPublic: true,
}
