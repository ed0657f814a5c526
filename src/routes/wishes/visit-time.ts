import { type Community, communityById } from '#db/community/area-rows.ts'
import { insideOf } from '#db/wishes/wish-history.ts'
import { atTime, clockTime } from '#domain/time/clock-time.ts'
import { endOfDay, isDay, localDay } from '#domain/time/workdays.ts'
import { postponeReasons } from '#domain/vocabulary.ts'
import { isVisitTime } from '#domain/wish/acts/schedule-act.ts'
import { actionsFor } from '#domain/wish/parties.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import type { Read, Typed } from './move-read.ts'

/**
 * The agreed time of a visit: one of the offered slots, in seconds, or the day and time that were typed. Asks back in
 * two cases: for a day after the due date, which can be postponed with the same press or left unchanged, and for a time
 * outside the resident's good hours (or the office's, if the resident stated none).
 */
export async function readVisit(typed: Typed, c: C, wish: Wish): Promise<Read> {
  const community = await communityById(c.get('services').store.db, wish.communityId)
  const visitAt = community && timeOf(typed, community.zone)
  const words = c.get('text').moves
  if (community && !visitAt && isUnchosen(typed)) return { ok: false, sentence: words.chooseSlot, field: 'slot' }
  if (!community || !visitAt) return { ok: false, sentence: words.chooseTime, field: 'day' }

  const schedule = { action: 'schedule', visitAt } as const
  const alone: Read = { ok: true, move: { orders: [schedule] } }
  // These questions are only for people who may agree the visit; anyone else is refused by the rules.
  const isTheirs = actionsFor(c.get('actor'), wish).includes('schedule')
  if (!isTheirs || !isVisitTime(visitAt, c.get('services').now())) return alone
  const odd = isOffered(typed) ? null : await oddTime(c, wish, community, visitAt)
  if (odd && typed.sure?.padStart(5, '0') !== clockTime(visitAt, community.zone))
    return { ok: false, sentence: odd, field: 'time' }
  if (!wish.dueAt || visitAt <= wish.dueAt || typed.late === asItIs) return alone

  const reason = postponeReasons.find((one) => one === typed.late)
  if (!reason)
    return {
      ok: false,
      sentence: words.schedule.isLate(c.get('text').time.deadline(wish.dueAt, community.zone)),
      field: 'late',
    }
  const until = endOfDay(localDay(visitAt, community.zone), community.zone)
  return { ok: true, move: { orders: [{ action: 'postpone', until, reason }, schedule] } }
}

/** Not postponed: the clock takes the claim back after the due date. */
const asItIs = 'as-it-is'

const isOffered = ({ slot }: Typed): boolean => /^\d{9,11}$/.test(slot ?? '')

/** Nothing was chosen and nothing typed: the fields for another time are hidden until they are chosen. */
const isUnchosen = ({ slot, day = '', time = '', hasSlots }: Typed): boolean =>
  hasSlots === 'yes' && slot === undefined && day === '' && time === ''

function timeOf(typed: Typed, zone: string): Date | null {
  if (isOffered(typed)) return new Date(Number(typed.slot) * 1000)
  const { day = '', time = '' } = typed
  return isDay(day) && /^([01]?\d|2[0-3]):[0-5]\d$/.test(time) ? atTime(day, time, zone) : null
}

/** The question whether this time is intended; null for an ordinary time. */
async function oddTime(c: C, wish: Wish, community: Community, visitAt: Date): Promise<string | null> {
  const { schedule } = c.get('text').moves
  const resident = (await insideOf(c.get('services').store.db, wish.id))?.resident
  const time = clockTime(visitAt, community.zone)
  const isWithin = (from: string, until: string) => from <= time && time <= until
  if (resident?.callFrom && resident.callUntil)
    return isWithin(resident.callFrom, resident.callUntil) ? null : schedule.oddForResident(time)
  return isWithin(community.opens, community.closes)
    ? null
    : schedule.oddForOffice(time, `${community.opens}–${community.closes}`)
}
