import { atTime } from '#domain/time/clock-time.ts'
import { hour } from '#domain/time/durations.ts'
import { type Day, localDay } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** When a pass can be shown, and the local day for which its words are valid. */
export type PassTime = { readonly day: Day; readonly from: Date; readonly until: Date }

const opens = '08:00'
const closes = '21:00'

type Visited = Pick<Wish, 'state' | 'claimId' | 'visitAt'>

/**
 * From an hour before the agreed visit until an hour after it; without an agreed visit, from eight to nine in the
 * evening today.
 */
export function passTimeOf({ state, claimId, visitAt }: Visited, now: Date, zone: string): PassTime | null {
  if (state !== 'claimed' || claimId === null) return null
  if (visitAt)
    return {
      day: localDay(visitAt, zone),
      from: new Date(visitAt.getTime() - hour),
      until: new Date(visitAt.getTime() + hour),
    }
  const day = localDay(now, zone)
  return { day, from: atTime(day, opens, zone), until: atTime(day, closes, zone) }
}

export const isPassTime = ({ from, until }: PassTime, now: Date): boolean => now >= from && now <= until
