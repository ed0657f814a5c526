import type { Statement, Store } from '#db/store/store.ts'
import type { Details } from '#db/wishes/wish-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import { decide } from '#domain/wish/decide.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { circleOf } from './circle.ts'
import { knownFor } from './known-for.ts'
import { situationOf } from './situation-of.ts'
import { statementsOf } from './write-wish.ts'

type Asked = {
  /** One step for the user may be two events: delivered with the receipt code. */
  readonly orders: readonly [Order, ...Order[]]
  readonly typedCode?: string | undefined
  readonly details: Details
}

type PreparedMove =
  | { readonly ok: true; readonly wish: Wish; readonly statements: readonly Statement[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides about a wish as it is now and gives the resulting rows, for a commit of their own or together with others:
 * ending a file changes many wishes at once. The first statement of each is its event, whose key is the lock.
 */
export async function prepareMove(
  services: Services,
  actor: Actor,
  before: Wish,
  { orders, typedCode, details }: Asked,
): Promise<PreparedMove> {
  const { store } = services
  const base = await situationOf(services, before.communityId, before)
  let wish = before
  const statements: Statement[] = []
  for (const order of orders) {
    const known = await knownFor(services, { actor, wish, details, order, situation: base, code: typedCode })
    const verdict = decide(wish.id, wish, order, actor, { ...base, known })
    if (!verdict.ok) return verdict
    const { event, wish: after } = verdict
    const circle = await circleOf(services, event, after)
    statements.push(...statementsOf(store as Store, { before: wish, after, event, notes: order.notes ?? [], circle }))
    wish = after
  }
  return { ok: true, wish, statements }
}
