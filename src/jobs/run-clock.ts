import { and, eq, isNull, lte } from 'drizzle-orm'
import { sequenceLog } from '#actions/log/sequence-log.ts'
import { planDays } from '#actions/matching/plan-day.ts'
import { forgetPhotos } from '#actions/wishes/keep-photo.ts'
import { replan } from '#actions/wishes/replan.ts'
import {
  accessCodes,
  attempts,
  imports,
  invitationPlans,
  invitations,
  registrations,
  requests,
  securityEvents,
  sessions,
  ticks,
} from '#db/schema/tables.ts'
import { day } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'
import { askRenewals } from './ask-renewals.ts'
import { eraseDue } from './erase-due.ts'
import { finishLists } from './finish-lists.ts'
import { soundNames } from './sound-names.ts'
import { tellGroup } from './tell-group.ts'
import { walkBookings } from './walk-bookings.ts'
import { walkCards } from './walk-cards.ts'
import { walkLetters } from './walk-letters.ts'
import { type StepsMade, walkSteps } from './walk-steps.ts'

/**
 * The work of the clock: the steps that wishes have scheduled, then erasing and deleting. Finite and safe to repeat.
 */
export async function tick(services: Services): Promise<{ lapsed: number; exhausted: number; steps: StepsMade }> {
  // First the dates moved by a new notice: no claim may lapse, and no reminder be sent, on a day that has just become a
  // day off.
  const replanned = await replan(services)
  const steps = await walkSteps(services)
  const letters = await walkLetters(services)
  const bookings = await walkBookings(services)
  // After the steps of the clock, which end some of the steps that cards are about.
  const cards = await walkCards(services)
  // After the steps, so that what has just lapsed is planned with the rest.
  const invited = await planDays(services)
  await finishLists(services)
  await tellGroup(services)
  const changed = Object.values(steps).reduce(
    (sum, made) => sum + made,
    replanned + invited + letters + bookings + cards,
  )
  await forgetExpired(services, changed)
  await forgetPhotos(services)
  const erased = await eraseDue(services)
  await askRenewals(services)
  await soundNames(services)
  await services.store.overwriteErased(services.now(), erased > 0)
  // Last, so that a log that cannot grow (LOG_SEED was lost) stops none of the work of the clock.
  await sequenceLog(services)
  return { lapsed: steps.lapse ?? 0, exhausted: steps.exhaust ?? 0, steps }
}

/**
 * Deletes security events after a year, previews after a day unless their import has begun, form keys after 30 days, registrations after 60 days
 * without an answer or after one, invitations after half a year, and everything that has expired.
 */
async function forgetExpired({ store, now }: Services, changed: number): Promise<void> {
  const { db } = store
  const at = now()
  const halfYearAgo = new Date(at.getTime() - 183 * day)
  const sixtyDaysAgo = new Date(at.getTime() - 60 * day)
  await store.commit([
    db.delete(imports).where(and(lte(imports.expiresAt, at), isNull(imports.takingAt))),
    db.delete(sessions).where(lte(sessions.expiresAt, at)),
    db.delete(sessions).where(lte(sessions.absoluteAt, at)),
    db.delete(accessCodes).where(lte(accessCodes.expiresAt, at)),
    db.delete(requests).where(lte(requests.at, new Date(at.getTime() - 30 * day))),
    db.delete(registrations).where(and(eq(registrations.state, 'pending'), lte(registrations.at, sixtyDaysAgo))),
    db.delete(registrations).where(lte(registrations.decidedAt, sixtyDaysAgo)),
    db.delete(invitations).where(lte(invitations.at, halfYearAgo)),
    db.delete(invitationPlans).where(lte(invitationPlans.at, halfYearAgo)),
    db.delete(securityEvents).where(lte(securityEvents.at, new Date(at.getTime() - 365 * day))),
    db.delete(attempts).where(lte(attempts.since, new Date(at.getTime() - 400 * day))),
    db
      .insert(ticks)
      .values({ id: 'clock', at, changed })
      .onConflictDoUpdate({ target: ticks.id, set: { at, changed } }),
  ])
}
