import { bookedDays } from '#db/counter/booking-rows.ts'
import { addDays, localDay, midnight } from '#domain/time/workdays.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { C } from '#http/context.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

const daysBefore = 2

/** How many people come to a counter that is near, and whom to tell that their time has changed. */
export async function counterOnDesk(c: C): Promise<readonly DoorLine[]> {
  const place = await staffPlace(c)
  if (!place) return []
  const { id, zone, slug } = place.community
  const { store, now } = c.get('services')
  const { counter, time } = c.get('text')
  const days = await bookedDays(store.db, id, localDay(now(), zone))
  const toTell = days.reduce((sum, day) => sum + day.toTell, 0)
  // Only shortly before the day; until then the page of the counter has it.
  const soon = addDays(localDay(now(), zone), daysBefore)
  const next = days.find(({ day }) => day <= soon)
  return [
    ...(next
      ? [
          {
            href: `/counter?c=${slug}`,
            words: counter.desk.onDesk(next.booked, time.deadline(midnight(next.day, zone), zone)),
          },
        ]
      : []),
    ...(toTell ? [{ href: `/counter?c=${slug}`, words: counter.desk.tellOnDesk(toTell) }] : []),
  ]
}
