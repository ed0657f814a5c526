import { type Details, detailsOf, loadWishes } from '#db/wishes/wish-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import { decide } from '#domain/wish/decide.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { knownFor } from './known-for.ts'
import { situationOf } from './situation-of.ts'

type Judged = {
  readonly wish: Wish
  readonly residentId: string
  /** The title that would be published; empty where the catalogue's name is the title. */
  readonly publicText: string
  /** Why it cannot be published as it is; null if it can. */
  readonly refusal: Refusal | null
}

/** What publishing each of these wishes now would give. The decision is the same as that of publishing, so a list and its button agree. */
export async function judgePublishing(
  services: Services,
  actor: Actor,
  codes: readonly string[],
  /** The title as typed for a wish of free words; undefined while no one has typed one. */
  titleOf: (code: string) => string | undefined = () => undefined,
): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const wish of await loadWishes(services.store.db, codes)) {
    const details = await detailsOf(services.store.db, wish.id)
    if (details) judged.push(await judge(services, actor, wish, details, titleOf(wish.code)))
  }
  return judged
}

async function judge(
  services: Services,
  actor: Actor,
  wish: Wish,
  details: Details,
  typed: string | undefined,
): Promise<Judged> {
  const publicText = wish.itemId ? '' : (typed ?? (details.publicText || details.words))
  const order: Order = { action: 'publish', publicText, approvesValue: false }
  const situation = await situationOf(services, wish.communityId, wish)
  const known = await knownFor(services, { actor, wish, details, order, situation })
  const verdict = decide(wish.id, wish, order, actor, { ...situation, known })
  return { wish, residentId: details.residentId, publicText, refusal: verdict.ok ? null : verdict.refusal }
}
