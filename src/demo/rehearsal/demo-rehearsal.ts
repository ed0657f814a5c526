import { sql } from 'drizzle-orm'
import { planDays } from '#actions/matching/plan-day.ts'
import { people, sessions } from '#db/schema/tables.ts'
import { type Jump, momentsOf } from '#domain/jump.ts'
import { type SamplePerson, samplePeople } from '#domain/people/sample.ts'
import { localDay, midnight } from '#domain/time/workdays.ts'
import { tick } from '#jobs/run-clock.ts'
import { walkSteps } from '#jobs/walk-steps.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import { zone } from '#src/demo/people/demo-place.ts'
import { neighbourhoodOf } from '#src/demo/people/neighbourhood.ts'
import type { Rehearsal, Services } from '#src/services.ts'
import type { MovableClock } from './movable-clock.ts'
import { usualHour } from './usual-hour.ts'

/** Lets a visitor go through a whole month in a few clicks: the clock does its work at every hour that is skipped. */
export function rehearsalOf(
  services: Services,
  clock: MovableClock,
  phones: Readonly<Record<SamplePerson, string>> = accounts,
): Rehearsal {
  let walk: Promise<void> | null = null
  return {
    isSimulated: clock.isMoved,
    forward(jump, { isLively }) {
      walk ??= walkThrough(services, clock, jump, isLively).finally(() => {
        walk = null
      })
      return walk
    },
    async people() {
      const rows = await services.store.db.select().from(people)
      return samplePeople.flatMap((who) => {
        const found = rows.find(({ phone }) => phone === phones[who])
        return found ? [{ who, id: found.id, name: found.name }] : []
      })
    },
  }
}

async function walkThrough(services: Services, clock: MovableClock, jump: Jump, isLively: boolean): Promise<void> {
  const moments = momentsOf(jump, clock.now(), zone)
  const skipped = Math.floor(((moments.at(-1) as Date).getTime() - clock.now().getTime()) / 1000)
  // For the users only a moment passes: sessions are extended so that skipping time does not sign them out.
  const stay = {
    expiresAt: sql`${sessions.expiresAt} + ${skipped}`,
    absoluteAt: sql`${sessions.absoluteAt} + ${skipped}`,
  }
  await services.store.commit([services.store.db.update(sessions).set(stay)])
  const place = isLively ? await neighbourhoodOf(services) : null
  for (const [n, moment] of moments.entries()) {
    if (place) await usualHour(place, clock, moment)
    clock.moveTo(moment)
    // Steps and invitations are made at their hour; the full run of the clock follows once a day and at the end.
    if (n === moments.length - 1 || isMidnight(moment)) await tick(services)
    else {
      await walkSteps(services)
      await planDays(services)
    }
  }
}

const isMidnight = (at: Date): boolean => midnight(localDay(at, zone), zone).getTime() === at.getTime()
