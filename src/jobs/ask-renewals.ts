import { eq, sql } from 'drizzle-orm'
import { registerEvent, registerNotification } from '#actions/event-log.ts'
import { allCommunities } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { holdersOf } from '#db/people/people-rows.ts'
import { agreedBefore } from '#db/residents/renewals-due.ts'
import { residents } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { localDay, monthsBefore } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

/** The most files per community in one run; the next run continues. */
const atOnce = 100

/**
 * Puts each consent to stay on the list that is due for renewal on the desk of its grid: an event, a mark on the file,
 * and a notification to each of the grid's workers, in one commit and once per consent, however many clocks run. Gives
 * how many.
 */
export async function askRenewals(services: Services): Promise<number> {
  const { store, now } = services
  let asked = 0
  for (const community of await allCommunities(store.db)) {
    const { rules } = await rulesToday(store.db, community, now())
    const day = monthsBefore(localDay(now(), community.zone), rules.keptMonths)
    for (const file of await agreedBefore(store.db, community.id, day, atOnce))
      if (await putOnDesk(services, file)) asked++
  }
  return asked
}

type Due = Awaited<ReturnType<typeof agreedBefore>>[number]

/** False where another clock, or an answer, came first. */
async function putOnDesk({ store, now }: Services, { id, communityId, gridId, renewedOn }: Due): Promise<boolean> {
  const { db } = store
  const at = now()
  const workers = await holdersOf(db, 'gridWorker', gridId, at)
  // A grid without workers at present is the secretary's.
  const informed = workers.length ? workers : await holdersOf(db, 'secretary', communityId, at)
  const isStill = sql`${residents.renewalDueAt} is null and ${residents.endedAt} is null and ${residents.renewedOn} = ${renewedOn}`
  try {
    await store.commit([
      registerEvent(store, {
        communityId,
        actorId: 'clock',
        action: 'kept-due',
        now: at,
        data: { residentId: id, keptOn: renewedOn },
      }),
      ...informed.map((personId) =>
        registerNotification(store, { communityId, personId, kind: 'kept-due', aboutId: id, now: at }),
      ),
      db
        .update(residents)
        .set({ renewalDueAt: at, communityId: onlyIf(isStill, residents.communityId) })
        .where(eq(residents.id, id)),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'residents.community_id')) return false
    throw error
  }
}
