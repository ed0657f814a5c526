import type { Community } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { requestedAmong } from '#db/wishes/claim-requests.ts'
import { joinedCount } from '#db/wishes/own-wishes.ts'
import { openSlotsOf, unitSlotsOf } from '#db/wishes/wish-rows.ts'
import { isVolunteerOf } from '#domain/people/actor.ts'
import { localMonth } from '#domain/time/workdays.ts'
import { limitReached } from '#domain/wish/claim/claim-limit.ts'
import type { C } from '#http/context.ts'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'

/** The reader's claims and limits, by the rule that decides a claim; null for readers who are no volunteers here. */
export async function claimsInHand(
  c: C,
  community: Community,
  wishIds: readonly string[],
): Promise<ClaimsInHand | null> {
  const { store, now } = c.get('services')
  const { db } = store
  const actor = c.get('actor')
  if (actor.kind !== 'person' || !isVolunteerOf(actor, community.id)) return null
  const { rules } = await rulesToday(db, community, now())
  const calendar = await calendarFor(db, community)
  const unitId = (await volunteerOf(db, actor.id, community.id))?.unitId ?? null
  const { slots, frees, counted } = await openSlotsOf(db, actor.id)
  const unitSlots = unitId ? await unitSlotsOf(db, unitId, localMonth(now(), calendar.zone)) : []
  const held = { slots, slotFrees: frees, openClaims: counted, unitSlots }
  const full = limitReached(held, unitId, { now: now(), rules, calendar })
  return {
    counted,
    extra: slots.length - counted,
    limit: rules.openClaimsPerVolunteer,
    joined: await joinedCount(db, actor.id),
    full,
    requested: full ? await requestedAmong(db, actor.id, wishIds) : new Set(),
  }
}
