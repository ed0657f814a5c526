import { registerEvent, registerNotification } from '#actions/event-log.ts'
import { importPlaceOf } from '#actions/lists/list-place.ts'
import { endedWith, takeOn } from '#actions/lists/take-on.ts'
import { abandonedLists, importOf } from '#db/lists/list-rows.ts'
import { holdersOf, loadPerson } from '#db/people/people-rows.ts'
import { wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import type { NotificationKind } from '#domain/notifications.ts'
import { minute } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'

/** In milliseconds. A page that is still open asks for the next part within seconds. */
const abandonedAfter = 2 * minute
/**
 * For all lists together, because a run on Workers is limited to a thousand database queries. The next run continues.
 */
const partsAtOnce = 3

/**
 * Continues each list that was confirmed and then abandoned, in the name of the person who confirmed it, and notifies
 * them at the end. Each part is one commit that also stores the list's progress, so that a browser or clock running at
 * the same time takes another part or none. Gives how many lists were ended.
 */
export async function finishLists(services: Services): Promise<number> {
  const { store, now } = services
  const since = new Date(now().getTime() - abandonedAfter)
  let [ended, parts] = [0, 0]
  for (const list of await abandonedLists(store.db, since, partsAtOnce)) {
    try {
      for (let isEnded = false; parts < partsAtOnce && !isEnded; parts++) {
        isEnded = await goOn(services, list)
        if (isEnded) ended++
      }
    } catch (error) {
      // One failing list must not keep the clock from the others. The message may contain personal data: only its kind
      // is logged.
      console.error(`list: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
  return ended
}

type List = Awaited<ReturnType<typeof abandonedLists>>[number]

/** Imports one part. True where the list is finished. */
async function goOn(services: Services, list: List): Promise<boolean> {
  const { store, now } = services
  const { id, personId } = list
  const actor = await loadPerson(store.db, personId, now())
  const place = actor && (await importPlaceOf(services, actor, list))
  if (!place) return stop(services, list)
  await takeOn(services, actor, place, id, tell(services, list, 'list-finished', [personId]))
  return !(await importOf(store.db, id, personId, now()))?.taking
}

/**
 * The list was only partly imported because the importer no longer has the role. What is imported stays; the rest is
 * listed with that reason. The secretaries are notified and can upload the same list: its rows are recognised and none
 * is imported twice.
 */
async function stop(services: Services, list: List): Promise<boolean> {
  const { store, now } = services
  const { id, personId, communityId } = list
  const stored = await importOf(store.db, id, personId, now())
  if (!stored?.taking) return false
  const { order, at, taken } = stored.taking
  const lines = order.slice(at).flatMap((index) => stored.draft.rows[index]?.row.line ?? [])
  const left = [...taken.left, ...lines.map((line) => ({ line, why: 'role-ended' }))]
  const secretaries = await holdersOf(store.db, 'secretary', communityId, now())
  try {
    await store.commit([
      endedWith(services, id, at, { ...taken, left }),
      ...tell(services, list, 'list-stopped', secretaries),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'imports.content')) return false
    throw error
  }
}

type Ended = Extract<NotificationKind, 'list-finished' | 'list-stopped'>

/** An event of the register and a notification to each recipient, for the commit in which it happens. */
function tell(
  { store, now }: Services,
  { id, communityId }: List,
  kind: Ended,
  personIds: readonly string[],
): readonly Statement[] {
  return [
    registerEvent(store, { communityId, actorId: 'clock', action: kind, data: { import: id }, now: now() }),
    ...personIds.map((personId) =>
      registerNotification(store, { communityId, personId, kind, aboutId: id, now: now() }),
    ),
  ]
}
