import type { Rules } from '#domain/rules.ts'
import { type Calendar, localMonth, midnight, nextMonth } from '#domain/time/workdays.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Known } from '#domain/wish/situation.ts'
import { lowestFree } from './lowest-free.ts'

/** The open claims of a volunteer, and this month's claims of their work unit. */
type ClaimsHeld = Pick<Known, 'slots' | 'slotFrees' | 'openClaims' | 'unitSlots'>
export type LimitRefusal = Extract<Refusal, { readonly why: 'person-limit' | 'unit-limit' }>

type Setting = { readonly now: Date; readonly rules: Rules; readonly calendar: Pick<Calendar, 'zone'> }

/** The limit that another claim would exceed without the secretary's approval; null while there is room. */
export function limitReached(
  { slots, slotFrees, openClaims, unitSlots }: ClaimsHeld,
  unitId: string | null,
  { now, rules, calendar: { zone } }: Setting,
): LimitRefusal | null {
  const limit = rules.openClaimsPerVolunteer
  if (lowestFree(slots) > limit || openClaims >= limit) return { why: 'person-limit', limit, frees: slotFrees }
  if (!unitId || lowestFree(unitSlots) <= rules.claimsPerUnitMonth) return null
  const frees = midnight(`${nextMonth(localMonth(now, zone))}-01`, zone)
  return { why: 'unit-limit', limit: rules.claimsPerUnitMonth, frees }
}
