import { eq, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/register.ts'
import { allCommunities } from '#db/areas.ts'
import { keptBefore } from '#db/kept.ts'
import { onlyIf, wasRefused } from '#db/only-if.ts'
import { holdersOf } from '#db/people.ts'
import { rulesToday } from '#db/rules.ts'
import { events, notices, residents } from '#db/schema.ts'
import { localDay, monthsBefore } from '#domain/calendar.ts'
import type { NoticeKind } from '#domain/telling.ts'
import type { Services } from '#src/services.ts'

/** As many of a community as one run takes on; the next run goes on. */
const atOnce = 100

/**
 * Puts each consent to be kept on the list that has come of age on the desk of its grid: an event, a mark on the file, and
 * a notice to each of the grid's workers, in one commit and once a consent, however many clocks run. Gives how many.
 */
export async function askKept(services: Services): Promise<number> {
  const { store, now } = services
  let asked = 0
  for (const community of await allCommunities(store.db)) {
    const { rules } = await rulesToday(store.db, community, now())
    const day = monthsBefore(localDay(now(), community.zone), rules.keptMonths)
    for (const file of await keptBefore(store.db, community.id, day, atOnce))
      if (await putOnDesk(services, file)) asked++
  }
  return asked
}

type Due = Awaited<ReturnType<typeof keptBefore>>[number]

/** False where another clock, or somebody with an answer, was quicker. */
async function putOnDesk({ store, now }: Services, { id, communityId, gridId, keptOn }: Due): Promise<boolean> {
  const { db } = store
  const at = now()
  const stream = `register:${communityId}`
  const seq = sql<number>`(select max(${events.seq}) from ${events} where ${events.stream} = ${stream})`
  const workers = await holdersOf(db, 'gridWorker', gridId, at)
  // A grid that nobody works in just now is the secretary's.
  const told = workers.length ? workers : await holdersOf(db, 'secretary', communityId, at)
  const isStill = sql`${residents.keptDueAt} is null and ${residents.endedAt} is null and ${residents.keptOn} = ${keptOn}`
  try {
    await store.commit([
      registerEvent(store, {
        ...{ communityId, actorId: 'clock', action: 'kept-due', now: at },
        data: { residentId: id, keptOn },
      }),
      ...told.map((personId) =>
        db
          .insert(notices)
          .values({ stream, seq, personId, kind: 'kept-due' satisfies NoticeKind, wishId: '', aboutId: id, at }),
      ),
      db
        .update(residents)
        .set({ keptDueAt: at, communityId: onlyIf(isStill, residents.communityId) })
        .where(eq(residents.id, id)),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'residents.community_id')) return false
    throw error
  }
}
