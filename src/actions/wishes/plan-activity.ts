import { and, eq, type SQL, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { activities } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { ActivityKind } from '#domain/activities.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { localDay, type Month } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

type Planned = {
  readonly month: Month
  readonly kind: ActivityKind
  readonly itemId: string | null
  readonly category: Category
  readonly title: string
  /** A local day, today at the earliest. */
  readonly day: string
  readonly note: string
}

/** Plans an activity from a month's suggestion. Refused for a past day; null if the actor is not the secretary. */
export async function planActivity(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  planned: Planned,
) {
  if (!isSecretaryOf(actor, community.id)) return null
  const { store, now } = services
  const form = { key, action: 'plan-activity', body: [community.id, planned] }
  return once<string, { readonly ok: false; readonly why: 'past' }>(services, actor, form, async () => {
    const at = now()
    if (planned.day < localDay(at, community.zone)) return { ok: false, why: 'past' }
    const id = newId()
    const row = { ...planned, id, communityId: community.id, state: 'planned' as const }
    return {
      ok: true,
      answer: id,
      statements: [
        placeEvent(store, `activities:${community.id}`, {
          communityId: community.id,
          actorId: actor.id,
          now: at,
          action: 'activity-planned',
          data: { activity: id, month: planned.month, kind: planned.kind, day: planned.day },
        }),
        store.db.insert(activities).values({ ...row, madeBy: actor.id, madeAt: at, changedAt: at }),
      ],
    }
  })
}

/** Records what became of an activity. False if it is no longer planned, or belongs to another community. */
export async function endActivity(
  { store, now }: Services,
  actor: Person,
  community: Community,
  id: string,
  state: 'held' | 'dropped',
): Promise<boolean> {
  if (!isSecretaryOf(actor, community.id)) return false
  const at = now()
  const own = and(
    eq(activities.id, id),
    eq(activities.communityId, community.id),
    eq(activities.state, 'planned'),
  ) as SQL
  const { db } = store
  try {
    await store.commit([
      placeEvent(store, `activities:${community.id}`, {
        communityId: community.id,
        actorId: actor.id,
        // If the form was sent twice, the second finds nothing planned and writes nothing.
        action: onlyIf(sql`exists (select 1 from ${activities} where ${own})`, sql`${`activity-${state}`}`),
        data: { activity: id },
        now: at,
      }),
      db.update(activities).set({ state, changedAt: at }).where(own),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'events.action')) return false
    throw error
  }
}
