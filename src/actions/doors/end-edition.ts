import { and, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { placeEvent, type RegisterAction } from '#actions/event-log.ts'
import { editions } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { Edition } from '#domain/doors/edition.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Records that a message was recalled in the group, or a sheet taken down. False if that was recorded before. */
export const endEdition = (services: Services, actor: Person, edition: Edition): Promise<boolean> =>
  end(services, actor, edition, 'this', eq(editions.id, edition.id))

/** Records that this sheet has replaced the older ones, which are taken down. False if none of them was still up. */
export const replaceOlderSheets = (services: Services, actor: Person, sheet: Edition): Promise<boolean> =>
  end(services, actor, sheet, 'older', lt(editions.number, sheet.number))

async function end(
  { store, now }: Services,
  actor: Person,
  { id, communityId, door, number }: Edition,
  which: 'this' | 'older',
  condition: SQL,
): Promise<boolean> {
  const { db } = store
  const meant = and(
    eq(editions.communityId, communityId),
    eq(editions.door, door),
    isNull(editions.endedAt),
    condition,
  ) as SQL
  // If the form was sent twice, the second finds no such edition and writes nothing.
  const isAny = sql`exists (select 1 from ${editions} where ${meant})`
  try {
    await store.commit([
      placeEvent(store, `register:${communityId}`, {
        communityId,
        actorId: actor.id,
        now: now(),
        data: { edition: id, door, number, which },
        action: onlyIf(isAny, sql`${'edition-ended' satisfies RegisterAction}`),
      }),
      db.update(editions).set({ endedAt: now() }).where(meant),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'events.action')) return false
    throw error
  }
}
