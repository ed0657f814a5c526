import { communityRulesOf } from '#actions/community/community-rules.ts'
import { takenOn } from '#db/counter/booking-rows.ts'
import { freeSlots, type SlotLength } from '#domain/counter/counter-slots.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

type Wanted = { readonly day: Day; readonly start: number; readonly length: SlotLength }

/** A desk that is free at that time; null if there is none, or if no booking begins then. */
export async function freeDesk(
  services: Services,
  communityId: string,
  { day, start, length }: Wanted,
): Promise<number | null> {
  const { rules } = await communityRulesOf(services, communityId)
  const taken = (await takenOn(services.store.db, communityId, [day])).get(day) ?? []
  return freeSlots(rules, length, taken).find((one) => one.start === start)?.desks[0] ?? null
}
