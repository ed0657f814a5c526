import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { wishes } from '#db/schema/tables.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import { minute } from '#domain/time/durations.ts'
import { clockParts, isWorkday, localDay } from '#domain/time/workdays.ts'
import type { Neighbourhood } from '#src/demo/people/neighbourhood.ts'
import { Refused } from '#src/demo/stage/demo-acts.ts'
import { daysAround } from '#src/demo/stage/demo-days.ts'
import { randomFrom } from '#src/demo/stage/random.ts'
import type { Hour } from './hour.ts'
import type { MovableClock } from './movable-clock.ts'
import * as usual from './usual-acts.ts'

const seed = 20260701

/**
 * What the people of the sample community do between two moments of an ordinary hour. They act on the present state
 * only, so that the visitor may do any of it before them. The same hour of the same community always has the same
 * result.
 */
export async function usualHour(place: Neighbourhood, clock: MovableClock, until: Date): Promise<void> {
  const from = clock.now()
  const { calendar, services } = place
  const { hour } = clockParts(from, calendar.zone)
  const share = (until.getTime() - from.getTime()) / (60 * minute)
  if (hour < 10 || hour > 19 || share <= 0) return
  const random = randomFrom(seed ^ Math.floor(from.getTime() / (60 * minute)))
  const pass = () => {
    const next = clock.now().getTime() + random.between(1, 4) * minute
    clock.moveTo(new Date(Math.min(next, until.getTime() - 1000)))
  }
  const here: Hour = {
    ...place,
    hour,
    random,
    reserved: [],
    days: daysAround(from, calendar),
    isWorkday: isWorkday(calendar, localDay(from, calendar.zone)),
    once: (inHours) => random.chance(share / inHours),
    async each(list, act) {
      for (const one of list) {
        pass()
        await act(one).catch((error) => {
          if (!(error instanceof Refused)) throw error
        })
      }
    },
    async inState(...states) {
      const isHere = and(eq(wishes.communityId, place.communityId), inArray(wishes.state, [...states]))
      const rows = await services.store.db.select().from(wishes).where(isHere).orderBy(asc(wishes.postedAt), sql`rowid`)
      return rows.map(wishOf)
    },
  }
  for (const act of [
    usual.deliveries,
    usual.postings,
    usual.answers,
    usual.checks,
    usual.changes,
    usual.claims,
    usual.appointments,
    usual.calls,
  ])
    await act(here)
}
