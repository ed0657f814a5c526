import { communityRulesOf } from '#actions/community/community-rules.ts'
import { takenOn } from '#db/counter/booking-rows.ts'
import { counterDays } from '#domain/counter/counter-days.ts'
import { freeSlots, type SlotLength } from '#domain/counter/counter-slots.ts'
import { isDay } from '#domain/time/workdays.ts'
import type { C } from '#http/context.ts'
import type { OfferedDay } from '#views/counter/choose-time.tsx'

/** The coming Saturdays with the times at which a matter of this length fits. */
export async function offeredDays(c: C, communityId: string, length: SlotLength): Promise<readonly OfferedDay[]> {
  const services = c.get('services')
  const { now, rules, calendar } = await communityRulesOf(services, communityId)
  const days = counterDays(calendar, now, rules)
  const taken = await takenOn(
    services.store.db,
    communityId,
    days.map(({ day }) => day),
  )
  return days.map(({ day, closed }) => ({
    day,
    closed,
    starts: closed ? [] : freeSlots(rules, length, taken.get(day) ?? []).map(({ start }) => start),
  }))
}

/** '2026-11-28 10:40' as the form sends it; null for anything else. */
export function readTime(typed: string): { readonly day: string; readonly start: number } | null {
  const [, day = '', hours, minutes] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})$/.exec(typed) ?? []
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59) return null
  return { day, start: Number(hours) * 60 + Number(minutes) }
}
