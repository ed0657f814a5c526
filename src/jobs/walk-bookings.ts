import { communityRulesOf } from '#actions/community/community-rules.ts'
import { freeDesk } from '#actions/counter/free-desk.ts'
import { moveBooking } from '#actions/counter/move-booking.ts'
import { allCommunities } from '#db/community/area-rows.ts'
import { openBookings, takenOn } from '#db/counter/booking-rows.ts'
import type { Booking } from '#domain/counter/booking.ts'
import { counterDay, counterDays } from '#domain/counter/counter-days.ts'
import { freeSlots } from '#domain/counter/counter-slots.ts'
import { clock } from '#domain/people/actor.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

const atOnce = 100

/**
 * Bookings on a day that has become a holiday or a closure move to the next free time, the earliest first, and their visitors
 * have to be told. Bookings of a day that is over, to which no one came, are marked. Finite and safe to repeat.
 */
export async function walkBookings(services: Services): Promise<number> {
  let made = 0
  for (const { id, zone } of await allCommunities(services.store.db)) {
    const { db } = services.store
    const today = localDay(services.now(), zone)
    for (const booking of await openBookings(db, id, { until: today }, atOnce)) {
      const { code, seq } = booking
      const moved = await moveBooking(services, clock, { code, seen: seq, order: { act: 'miss' } })
      if (moved?.ok && !moved.isAgain) made++
    }
    const { calendar } = await communityRulesOf(services, id)
    const open = await openBookings(db, id, { from: today }, atOnce)
    for (const booking of open.filter(({ day }) => counterDay(calendar, day).closed)) {
      if (await shift(services, booking)) made++
    }
  }
  return made
}

/** False if there is no free time on any of the offered days: the booking stays, and the desk shows it. */
async function shift(
  services: Services,
  { communityId, code, seq, length, day: before, start }: Booking,
): Promise<boolean> {
  const { now, rules, calendar } = await communityRulesOf(services, communityId)
  const days = counterDays(calendar, now, rules).filter(({ closed, day }) => !closed && day !== before)
  const taken = await takenOn(
    services.store.db,
    communityId,
    days.map(({ day }) => day),
  )
  for (const { day } of days) {
    const starts = freeSlots(rules, length, taken.get(day) ?? []).map((slot) => slot.start)
    // The same time of day if it is free, otherwise the first one.
    const next = starts.includes(start) ? start : starts[0]
    if (next === undefined) continue
    const desk = await freeDesk(services, communityId, { day, start: next, length })
    if (desk === null) continue
    const order = { act: 'shift', day, start: next, desk } as const
    const moved = await moveBooking(services, clock, { code, seen: seq, order })
    return moved?.ok === true && !moved.isAgain
  }
  return false
}
