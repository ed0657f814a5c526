import { and, eq, isNotNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { claimHelpers, claims, serviceTimes } from '#db/schema/tables.ts'
import { tookPart } from '#db/wishes/joint-claims.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/**
 * Records how many minutes the volunteer's own delivery took, or their part of one that someone else led. A new value
 * replaces the old one, and each is an event. False if it is not a delivery of theirs.
 */
export async function stateMinutes(
  services: Services,
  actor: Person,
  claimId: string,
  minutes: number,
): Promise<boolean> {
  const { store, now } = services
  const part = await ownPart(services, actor, claimId)
  if (!part) return false
  const statedAt = now()
  const { communityId, joinedAt } = part
  const data = { claimId, minutes }
  await store.commit([
    registerEvent(store, { communityId, actorId: actor.id, action: 'hours-stated', data, now: statedAt }),
    joinedAt
      ? store.db
          .update(claimHelpers)
          .set({ minutes })
          .where(
            and(
              eq(claimHelpers.claimId, claimId),
              eq(claimHelpers.personId, actor.id),
              eq(claimHelpers.joinedAt, joinedAt),
            ),
          )
      : store.db
          .insert(serviceTimes)
          .values({ claimId, minutes, statedAt })
          .onConflictDoUpdate({ target: serviceTimes.claimId, set: { minutes, statedAt } }),
  ])
  return true
}

/** The actor's part in a delivery: `joinedAt` is null if they led it. Null if they had no part. */
async function ownPart({ store: { db } }: Services, actor: Person, claimId: string) {
  const { communityId } = claims
  const [led] = await db
    .select({ communityId })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.personId, actor.id), isNotNull(claims.deliveredAt)))
  if (led) return { ...led, joinedAt: null }
  const [joined] = await db
    .select({ communityId, joinedAt: claimHelpers.joinedAt })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .where(and(eq(claimHelpers.claimId, claimId), eq(claimHelpers.personId, actor.id), tookPart))
  return joined ?? null
}

/** Recorded before a secretary sees a volunteer's record: whose record, by whom, when. */
export const recordPrinted = ({ store, now }: Services, actor: Person, communityId: string, personId: string) =>
  store.commit([
    registerEvent(store, { communityId, actorId: actor.id, action: 'record-printed', data: { personId }, now: now() }),
  ])
