import { lastEventOf } from '#db/store/last-event.ts'
import { wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { type Details, detailsOf, loadWish } from '#db/wishes/wish-rows.ts'
import { type Actor, actorId, isStaffOf } from '#domain/people/actor.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { prepareMove } from './prepare-move.ts'

export type Moved =
  | { readonly ok: true; readonly wish: Wish; readonly isAgain: boolean }
  | { readonly ok: false; readonly wish: Wish; readonly refusal: Refusal }

export type Move = {
  readonly code: string
  /** The wish as this request loaded it. If someone has changed it since, the key of the next event is taken. */
  readonly before?: Wish
  /** One step for the user may be two events: delivered with the receipt code. */
  readonly orders: readonly [Order, ...Order[]]
  readonly typedCode?: string | undefined
  /** The wish's seq when the form was made; for forms whose second press would count as a second act. */
  readonly seen?: number | undefined
  /** Changes to the wish's stored words that belong to the same commit. */
  readonly details?: Partial<Details>
  readonly also?: (store: Services['store'], wish: Wish) => readonly Statement[]
}

/**
 * Every change of an existing wish goes through this function: the event and the new state together, or nothing. Null
 * for a wish the actor may not see. A second press gets the same card again; a person who comes second gets the fresh
 * card.
 */
export function moveWish(services: Services, actor: Actor, move: Move): Promise<Moved | null> {
  const [order] = move.orders
  if (order.action !== 'claim') return moveAndRetry(services, actor, move)
  const { unitId, id } = order.volunteer
  return services.store.inTurn(`claim ${unitId ?? id}`, () => moveAndRetry(services, actor, move))
}

/** How often the slots are counted again: more claims of one unit at the same moment are not expected. */
const mostTries = 20

/** If a slot of a limit was taken at the same moment, counts the slots again and takes the next one. */
async function moveAndRetry(services: Services, actor: Actor, move: Move): Promise<Moved | null> {
  let tried = await tryMove(services, actor, move, { before: move.before })
  for (let tries = 0; isLost(tried) && tried.lost === 'slot' && tries < mostTries; tries++)
    tried = await tryMove(services, actor, move)
  return isLost(tried) ? judgeAgain(services, actor, move) : tried
}

/** The wish was changed at the same moment: decides on the fresh wish, without writing, why this act came too late. */
async function judgeAgain(services: Services, actor: Actor, move: Move): Promise<Moved | null> {
  const wish = await loadWish(services.store.db, move.code)
  if (!wish) return null
  const judged = await tryMove(services, actor, move, { isDryRun: true })
  return judged === null || isLost(judged) ? { ok: false, wish, refusal: { why: 'overtaken' } } : judged
}

const isLost = (tried: Moved | Lost | null): tried is Lost => tried !== null && 'lost' in tried

type Lost = { readonly lost: 'slot' | 'wish' }

async function tryMove(
  services: Services,
  actor: Actor,
  move: Move,
  { isDryRun = false, before: known }: { readonly isDryRun?: boolean; readonly before?: Wish | undefined } = {},
): Promise<Moved | Lost | null> {
  const { store } = services
  const before = known ?? (await loadWish(store.db, move.code))
  if (!before || !mayKnowOf(actor, before)) return null
  const details = await detailsOf(store.db, before.id)
  if (!details) return null

  if (move.seen !== undefined && move.seen !== before.seq) {
    const last = await lastEventOf(store.db, before.id)
    const isAgain = last?.seq === move.seen + move.orders.length && last.actorId === actorId(actor)
    return isAgain ? { ok: true, wish: before, isAgain } : { ok: false, wish: before, refusal: { why: 'overtaken' } }
  }

  const { orders, typedCode } = move
  const prepared = await prepareMove(services, actor, before, {
    orders,
    typedCode,
    details: { ...details, ...move.details },
  })
  if (!prepared.ok) {
    const { refusal } = prepared
    const isAgain = await isDoneAlready(services, actor, before, move, refusal)
    return isAgain ? { ok: true, wish: before, isAgain } : { ok: false, wish: before, refusal }
  }
  if (isDryRun) return { lost: 'wish' }

  const { wish, statements } = prepared
  try {
    await store.commit([...statements, ...(move.also?.(store, wish) ?? [])] as [Statement, ...Statement[]])
    return { ok: true, wish, isAgain: false }
  } catch (error) {
    // The volunteer left, or a consent was withdrawn, at the same moment: the fresh wish shows it.
    if (hasChanged(error)) return { lost: 'wish' }
    const key = takenKey(error)
    if (key === null) throw error
    return { lost: key.includes('slot') ? 'slot' : 'wish' }
  }
}

const mayKnowOf = (actor: Actor, wish: Wish): boolean => {
  if (actor.kind === 'receiver') return actor.wishIds.includes(wish.id)
  return isPublic(wish) || isStaffOf(actor, wish) || actor.kind === 'clock'
}

const hasChanged = (error: unknown) =>
  (['claims.person_id', 'claim_helpers.person_id', 'wishes.community_id'] as const).some((column) =>
    wasRefused(error, column),
  )

/**
 * Whether this is a second press, or the first answer was lost: the wish is already in the state that this act leads
 * to, by the same person and, for a claim, for the same volunteer. Any other refusal is a new try.
 */
async function isDoneAlready(services: Services, actor: Actor, wish: Wish, { orders }: Move, refusal: Refusal) {
  if (
    (actor.kind !== 'person' && actor.kind !== 'receiver') ||
    (refusal.why !== 'wrong-state' && refusal.why !== 'taken')
  )
    return refusal.why === 'requested-already'
  const order = orders.at(-1)
  if (order?.action === 'claim' && order.volunteer.id !== wish.claimantId) return false
  const last = await lastEventOf(services.store.db, wish.id)
  return last?.action === order?.action && last?.actorId === actorId(actor)
}
