import { placeEvent } from '#actions/event-log.ts'
import { counterMatters } from '#db/schema/tables.ts'
import { knowledgeById } from '#db/wishes/knowledge-rows.ts'
import type { SlotLength } from '#domain/counter/counter-slots.ts'
import { isWorkerIn, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

type Offer = { readonly length: SlotLength; readonly isDoneHere: boolean }

/**
 * Lets people book for an entry of the knowledge base, or no more (`offer` null). False if the entry is not of a community
 * in which the actor works.
 */
export async function setMatter(
  { store, now }: Services,
  actor: Person,
  knowledgeId: string,
  offer: Offer | null,
): Promise<boolean> {
  const entry = await knowledgeById(store.db, knowledgeId)
  if (!entry || !isWorkerIn(actor, entry.communityId)) return false
  const { communityId } = entry
  const row = {
    ...(offer ?? { length: 15 as SlotLength, isDoneHere: true }),
    setBy: actor.id,
    setAt: now(),
    endedAt: offer ? null : now(),
  }
  await store.commit([
    placeEvent(store, `knowledge:${communityId}`, {
      communityId,
      actorId: actor.id,
      action: offer ? 'matter-offered' : 'matter-ended',
      data: { knowledgeId, ...(offer ? { length: offer.length } : {}) },
      now: now(),
    }),
    store.db
      .insert(counterMatters)
      .values({ knowledgeId, communityId, ...row })
      .onConflictDoUpdate({ target: counterMatters.knowledgeId, set: row }),
  ])
  return true
}
