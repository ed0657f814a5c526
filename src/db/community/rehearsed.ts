import { and, asc, count, desc, eq, gt, ne, type SQL } from 'drizzle-orm'
import { events, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import { actorId, clock } from '#domain/people/actor.ts'
import type { Action } from '#domain/wish/lifecycle.ts'

/** A step that the clock has taken with a wish. There is no field for a resident. */
type ClockStep = WishTitle & {
  readonly action: Action
  readonly at: Date
  readonly code: string
}
export type Counts = readonly { readonly action: Action; readonly count: number }[]
export type Rehearsed = {
  /** Number of events by action: those of people, and those of the clock. */
  readonly byPeople: Counts
  readonly byClock: Counts
  /** What the clock did, oldest first. */
  readonly steps: readonly ClockStep[]
}

const atOnce = 100

/** What has happened to wishes after the event at that position. */
export async function rehearsedSince(db: Db, position: number): Promise<Rehearsed> {
  const later = gt(events.pos, position)
  const isClocks = eq(events.actorId, actorId(clock))
  const countsOf = (whose: SQL) =>
    db
      .select({ action: events.action, count: count() })
      .from(events)
      .innerJoin(wishes, eq(wishes.id, events.stream))
      .where(and(later, whose))
      .groupBy(events.action)
      .orderBy(desc(count()), asc(events.action))
  const steps = await db
    .select({
      action: events.action,
      at: events.at,
      code: wishes.code,
      ...titleColumns,
    })
    .from(events)
    .innerJoin(wishes, eq(wishes.id, events.stream))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(later, isClocks))
    .orderBy(asc(events.pos))
    .limit(atOnce)
  const byPeople = await countsOf(ne(events.actorId, actorId(clock)))
  return { byPeople, byClock: await countsOf(isClocks), steps } as Rehearsed
}
