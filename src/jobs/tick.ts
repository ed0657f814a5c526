import { and, asc, eq, isNotNull, lt, lte } from 'drizzle-orm'
import { moveWish } from '#actions/move-wish.ts'
import { forgetPhotos } from '#actions/photos.ts'
import { accessCodes, attempts, imports, registrations, requests, sessions, ticks, wishes } from '#db/schema.ts'
import { clock } from '#domain/actor.ts'
import type { Services } from '#src/services.ts'
import { soundNames } from './sound-names.ts'

const day = 24 * 3600 * 1000
const atOnce = 200

/** What the clock does. Finite and safe to repeat: each lapse is a transition of the table, made once by its event's key. */
export async function tick(services: Services): Promise<{ lapsed: number; exhausted: number }> {
  const lapsed = await lapseOverdue(services)
  const exhausted = await exhaustTried(services)
  await forgetExpired(services, lapsed + exhausted)
  await forgetPhotos(services)
  await soundNames(services)
  return { lapsed, exhausted }
}

/** Asks the lifecycle to take back each overdue claim; it refuses those whose day of grace is not over. */
async function lapseOverdue(services: Services): Promise<number> {
  const overdue = await services.store.db
    .select({ code: wishes.code })
    .from(wishes)
    .where(and(eq(wishes.state, 'claimed'), lt(wishes.dueAt, services.now()), isNotNull(wishes.dueAt)))
    .orderBy(asc(wishes.dueAt))
    .limit(atOnce)
  return moveEach(services, overdue, 'lapse')
}

/** Deliveries of which the last try of the call-back was in vain: nobody is asked to ring any more. */
async function exhaustTried(services: Services): Promise<number> {
  const spent = await services.store.db
    .select({ code: wishes.code })
    .from(wishes)
    .where(and(eq(wishes.state, 'delivered'), isNotNull(wishes.triesSpentAt), lte(wishes.triesSpentAt, services.now())))
    .orderBy(asc(wishes.triesSpentAt))
    .limit(atOnce)
  return moveEach(services, spent, 'exhaust')
}

/** How many of them were moved; another clock that ran beside this one may have been quicker. */
async function moveEach(services: Services, found: readonly { code: string }[], action: 'lapse' | 'exhaust') {
  let moves = 0
  for (const { code } of found) {
    try {
      const moved = await moveWish(services, clock, { code, orders: [{ action }] })
      if (moved?.ok) moves++
    } catch (error) {
      // One wish that stumbles must not keep the clock from all the others. The message may carry values: only its kind.
      console.error(`${action}: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
  return moves
}

/** Previews after a day, form keys after 30, registrations after 60 without an answer or behind one, and whatever has run out. */
async function forgetExpired({ store, now }: Services, changed: number): Promise<void> {
  const { db } = store
  const at = now()
  const sixtyDaysAgo = new Date(at.getTime() - 60 * day)
  await store.commit([
    db.delete(imports).where(lte(imports.expiresAt, at)),
    db.delete(sessions).where(lte(sessions.expiresAt, at)),
    db.delete(sessions).where(lte(sessions.absoluteAt, at)),
    db.delete(accessCodes).where(lte(accessCodes.expiresAt, at)),
    db.delete(requests).where(lte(requests.at, new Date(at.getTime() - 30 * day))),
    db.delete(registrations).where(and(eq(registrations.state, 'pending'), lte(registrations.at, sixtyDaysAgo))),
    db.delete(registrations).where(lte(registrations.decidedAt, sixtyDaysAgo)),
    db.delete(attempts).where(lte(attempts.since, new Date(at.getTime() - 400 * day))),
    db
      .insert(ticks)
      .values({ id: 'clock', at, changed })
      .onConflictDoUpdate({ target: ticks.id, set: { at, changed } }),
  ])
}
