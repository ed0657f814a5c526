import { communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { volunteerFile } from '#db/people/volunteer-rows.ts'
import type { InsideRow } from '#db/wishes/wish-history.ts'
import { consentsOf, visitsBetween } from '#db/wishes/wish-rows.ts'
import { type Slot, slotsFor, weeksAhead } from '#domain/board/free-slots.ts'
import { addDays, type Day, midnight } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'

/** `fullWeeks`: how many weeks were left out because the household has enough visits in them. */
type Times = { readonly slots: readonly Slot[]; readonly fullWeeks: number }

/**
 * Possible times for the claimant's visit. If a resident gives no contact to claimants, only the grid worker sees the
 * good hours.
 */
export async function timesOf(c: C, wish: Wish, { resident }: InsideRow, visitsPerWeek: number): Promise<Times> {
  const { store, now } = c.get('services')
  const { db } = store
  const community = await communityById(db, wish.communityId)
  if (!community || !wish.claimantId) return { slots: [], fullWeeks: 0 }
  const file = await volunteerFile(db, wish.communityId, wish.claimantId)
  const mayKnow = (await consentsOf(db, resident.id)).includes('contact')
  const fullWeeks: Day[] = []
  for (const monday of weeksAhead(now(), community.zone)) {
    const [from, until] = [midnight(monday, community.zone), midnight(addDays(monday, 7), community.zone)]
    if ((await visitsBetween(db, resident.id, from, until, wish.id)) >= visitsPerWeek) fullWeeks.push(monday)
  }
  const slots = slotsFor({
    calendar: await calendarFor(db, community),
    freeTimes: file?.freeTimes ?? [],
    callFrom: mayKnow ? resident.callFrom : null,
    callUntil: mayKnow ? resident.callUntil : null,
    now: now(),
    dueAt: wish.dueAt,
    fullWeeks,
  })
  return { slots, fullWeeks: fullWeeks.length }
}
