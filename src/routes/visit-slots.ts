import { communityById } from '#db/areas.ts'
import { calendarFor } from '#db/calendar.ts'
import { volunteerFile } from '#db/volunteers.ts'
import type { InsideRow } from '#db/wish-page.ts'
import { consentsOf } from '#db/wishes.ts'
import { type Slot, slotsFor } from '#domain/slots.ts'
import type { Wish } from '#domain/wish.ts'
import type { C } from '#http/context.ts'

/** When the claimant could go there. The good hours of a resident who gave no contact stay with the grid worker. */
export async function slotsOf(c: C, wish: Wish, { resident }: InsideRow): Promise<readonly Slot[]> {
  const { store, now } = c.get('services')
  const { db } = store
  const actor = c.get('actor')
  const community = await communityById(db, wish.communityId)
  if (!community || actor.kind !== 'person') return []
  const file = await volunteerFile(db, wish.communityId, actor.id)
  const mayKnow = (await consentsOf(db, resident.id)).includes('contact')
  return slotsFor({
    calendar: await calendarFor(db, community),
    freeTimes: file?.freeTimes ?? [],
    callFrom: mayKnow ? resident.callFrom : null,
    callUntil: mayKnow ? resident.callUntil : null,
    now: now(),
    dueAt: wish.dueAt,
  })
}
