import { stepsToTell } from '#db/desk/steps-to-tell.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { C } from '#http/context.ts'
import { doorPlaceOf } from '#routes/doors/door-place.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

/** That residents wait to be told of a step of their wish, in one line. */
export async function stepsOnDesk(c: C): Promise<readonly DoorLine[]> {
  const place = await staffPlace(c)
  if (!place) return []
  const { store, now } = c.get('services')
  const { rows, hasMore } = await stepsToTell(store.db, { ...doorPlaceOf(place), now: now() })
  if (!rows.length) return []
  const href = `/callbacks?c=${place.community.slug}#steps-to-tell`
  return [{ href, words: c.get('text').waits.steps.onDesk(rows.length, hasMore) }]
}
