import { sql } from 'drizzle-orm'
import { placeEvent, type RegisterAction, registerOf } from '#actions/event-log.ts'
import { stepsTold } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/**
 * Records that the resident was told of this step, which changes nothing about the wish. A second press records nothing. False
 * where the wish is not theirs.
 */
export async function tellStep({ store, now }: Services, actor: Person, wish: Wish, seq: number): Promise<boolean> {
  if (!isStaffOf(actor, wish)) return false
  const { id: wishId, communityId } = wish
  const isNew = sql`not exists (select 1 from ${stepsTold} where ${stepsTold.wishId} = ${wishId} and ${stepsTold.seq} = ${seq})`
  try {
    await store.commit([
      placeEvent(store, registerOf(communityId), {
        communityId,
        actorId: actor.id,
        now: now(),
        data: { wishId, seq },
        action: onlyIf(isNew, sql`${'step-told' satisfies RegisterAction}`),
      }),
      store.db.insert(stepsTold).values({ wishId, seq, toldBy: actor.id, at: now() }),
    ])
  } catch (error) {
    if (!wasRefused(error, 'events.action')) throw error
  }
  return true
}
