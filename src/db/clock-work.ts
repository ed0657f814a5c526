import { and, asc, count, desc, eq, gt } from 'drizzle-orm'
import { actorId, clock } from '#domain/actor.ts'
import type { Action } from '#domain/lifecycle.ts'
import { events, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'

/** A step that the clock has taken with a wish: no field for a resident. */
export type ClockStep = {
  readonly action: Action
  readonly at: Date
  readonly code: string
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
}
export type ClockWork = {
  readonly counts: readonly { readonly action: Action; readonly count: number }[]
  readonly steps: readonly ClockStep[]
}

const atOnce = 100

/** What the clock has done since the event at that position, oldest first, and how often it did each thing. */
export async function clockWorkSince(db: Db, position: number): Promise<ClockWork> {
  const isClocks = and(gt(events.pos, position), eq(events.actorId, actorId(clock)))
  const counts = await db
    .select({ action: events.action, count: count() })
    .from(events)
    .innerJoin(wishes, eq(wishes.id, events.stream))
    .where(isClocks)
    .groupBy(events.action)
    .orderBy(desc(count()))
  const steps = await db
    .select({
      action: events.action,
      at: events.at,
      code: wishes.code,
      itemId: wishes.itemId,
      quantity: wishes.quantity,
      measure: wishes.measure,
      publicText: wishDetails.publicText,
    })
    .from(events)
    .innerJoin(wishes, eq(wishes.id, events.stream))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(isClocks)
    .orderBy(asc(events.pos))
    .limit(atOnce)
  return { counts, steps } as ClockWork
}
