import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import type { Community } from '#db/community/area-rows.ts'
import { ruleVersions } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'
import { editedRules } from './change-rules.ts'

/**
 * Takes back a version of the rules that has not begun: 'begun' where its first day has come or it was taken back before.
 * Null if the actor is not the secretary or the community has no such version.
 */
export async function cancelRules(services: Services, actor: Person, community: Community, versionId: string) {
  if (!isSecretaryOf(actor, community.id)) return null
  const { store, now } = services
  const { db } = store
  const [version] = await db
    .select({ id: ruleVersions.id })
    .from(ruleVersions)
    .where(and(eq(ruleVersions.id, versionId), eq(ruleVersions.communityId, community.id)))
  if (!version) return null
  const isAhead = and(
    eq(ruleVersions.id, versionId),
    gt(ruleVersions.fromDay, localDay(now(), community.zone)),
    isNull(ruleVersions.cancelledAt),
  )
  const isStillAhead = sql`exists (select 1 from ${ruleVersions} where ${isAhead})`
  const event = { communityId: community.id, actorId: actor.id, now: now(), data: { version: versionId } }
  try {
    await store.commit([
      placeEvent(store, editedRules(community).stream, {
        ...event,
        action: onlyIf(isStillAhead, sql`'rules-cancelled'`),
      }),
      db.update(ruleVersions).set({ cancelledAt: now() }).where(eq(ruleVersions.id, versionId)),
    ])
    return { ok: true } as const
  } catch (error) {
    if (!wasRefused(error, 'events.action')) throw error
    return { ok: false, why: 'begun' } as const
  }
}
