import { batchesSince, partsOf } from '#db/units/batch-rows.ts'
import { unitsWithMembers } from '#db/units/unit-rows.ts'
import { day } from '#domain/time/durations.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { C } from '#http/context.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

const recent = 60 * day

/** For the secretary, each batch of a work unit that waits for an approval or is not all delivered. */
export async function batchesOnDesk(c: C): Promise<readonly DoorLine[]> {
  const place = await staffPlace(c)
  if (!place?.isSecretary) return []
  const { store, now } = c.get('services')
  const { units } = c.get('text')
  const batches = await batchesSince(store.db, [place.community.id], new Date(now().getTime() - recent))
  if (!batches.length) return []
  const ids = batches.map(({ id }) => id)
  const parts = (await partsOf(store.db, ids)).filter(({ part }) => part !== 'left-out')
  const names = new Map((await unitsWithMembers(store.db, place.community.id)).map(({ id, name }) => [id, name]))
  return batches.flatMap(({ id, unitId }) => {
    const own = parts.filter(({ batchId }) => batchId === id)
    const waiting = own.filter(({ part }) => part === 'waiting').length
    const done = own.filter(({ part }) => part === 'delivered' || part === 'fulfilled').length
    const unit = names.get(unitId) ?? ''
    if (waiting) return [{ href: `/batches/${id}`, words: units.waitingOnDesk(unit, waiting) }]
    return done < own.length ? [{ href: `/batches/${id}`, words: units.goingOnDesk(unit, done, own.length) }] : []
  })
}
