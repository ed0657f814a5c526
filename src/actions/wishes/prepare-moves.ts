import type { Statement } from '#db/store/store.ts'
import type { Details } from '#db/wishes/wish-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { prepareMove } from './prepare-move.ts'

type Moving = { readonly wish: Wish; readonly details: Details }

/**
 * The rows for moving each of these wishes, for one commit; null if one of the moves is refused, because then none may
 * be made.
 */
export async function movesOf<M extends Moving>(
  services: Services,
  actor: Actor,
  wishes: readonly M[],
  orderOf: (one: M) => Order,
): Promise<readonly Statement[] | null> {
  const statements: Statement[] = []
  for (const one of wishes) {
    const moved = await prepareMove(services, actor, one.wish, { orders: [orderOf(one)], details: one.details })
    if (!moved.ok) return null
    statements.push(...moved.statements)
  }
  return statements
}
