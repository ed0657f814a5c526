import { and, eq, isNotNull } from 'drizzle-orm'
import { claims, serviceTimes } from '#db/schema.ts'
import type { Person } from '#domain/actor.ts'
import type { Services } from '#src/services.ts'
import { registerEvent } from './register.ts'

/**
 * A volunteer says how many minutes an own delivery took; saying it again replaces it, and each saying is an event. False
 * for anything that is no delivery of theirs.
 */
export async function stateMinutes(
  services: Services,
  actor: Person,
  claimId: string,
  minutes: number,
): Promise<boolean> {
  const { store, now } = services
  const [claim] = await store.db
    .select({ communityId: claims.communityId })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.personId, actor.id), isNotNull(claims.deliveredAt)))
  if (!claim) return false
  const statedAt = now()
  const { communityId } = claim
  const data = { claimId, minutes }
  await store.commit([
    registerEvent(store, { communityId, actorId: actor.id, action: 'hours-stated', data, now: statedAt }),
    store.db
      .insert(serviceTimes)
      .values({ claimId, minutes, statedAt })
      .onConflictDoUpdate({ target: serviceTimes.claimId, set: { minutes, statedAt } }),
  ])
  return true
}

/** Before a secretary is shown a volunteer's record: whose, by whom, when. */
export const recordPrinted = ({ store, now }: Services, actor: Person, communityId: string, personId: string) =>
  store.commit([
    registerEvent(store, { communityId, actorId: actor.id, action: 'record-printed', data: { personId }, now: now() }),
  ])
