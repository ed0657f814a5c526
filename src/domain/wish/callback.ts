import { atTime, clockTime } from '#domain/time/clock-time.ts'
import { hour } from '#domain/time/durations.ts'
import { addDays, localDay } from '#domain/time/workdays.ts'
import type { Wish } from './wish.ts'
import type { EventData } from './wish-events.ts'

/**
 * What "at different hours" means: a try counts if it is at least two hours after the last one that counted. The result
 * is written into the event, so a later definition does not change the past.
 */
export const hoursBetweenTries = 2
const between = hoursBetweenTries * hour

type Tried = Pick<Wish, 'callbackTries' | 'lastTryAt' | 'triesSpentAt'>

/** Whether a try now counts, and whether it is the last that the rules ask for. */
export function countTry({ callbackTries, lastTryAt }: Tried, now: Date, limit: number) {
  const counted = isNewHour(lastTryAt, now)
  return { counted, spent: counted && callbackTries + 1 >= limit }
}

/** The tries of this delivery after one more. Once all tries are used up, that remains so. */
export function afterTry(
  { callbackTries, lastTryAt, triesSpentAt }: Tried,
  { counted, spent }: EventData,
  at: Date,
): Tried {
  return {
    callbackTries: callbackTries + (counted === true ? 1 : 0),
    lastTryAt: counted === true ? at : lastTryAt,
    triesSpentAt: triesSpentAt ?? (spent === true ? at : null),
  }
}

export const noTries = { callbackTries: 0, lastTryAt: null, triesSpentAt: null } as const satisfies Tried

const isNewHour = (lastTryAt: Date | null, now: Date): boolean =>
  lastTryAt === null || now.getTime() - lastTryAt.getTime() >= between

/** Local times of day, 'HH:MM'; null where any hour is good. */
export type GoodHours = { readonly callFrom: string | null; readonly callUntil: string | null }

/**
 * The earliest time at which a call makes sense: within the resident's good hours and at another hour than the last
 * try.
 */
export function bestTime({ callFrom, callUntil }: GoodHours, lastTryAt: Date | null, now: Date, zone: string): Date {
  const from = isNewHour(lastTryAt, now) ? now : new Date((lastTryAt as Date).getTime() + between)
  const time = clockTime(from, zone)
  if (callUntil && time >= callUntil) return atTime(addDays(localDay(from, zone), 1), callFrom ?? '00:00', zone)
  return callFrom && time < callFrom ? atTime(localDay(from, zone), callFrom, zone) : from
}
