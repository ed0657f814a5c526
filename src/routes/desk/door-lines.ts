import { hangingSheets, isUsed, newCount, oldOnSheets } from '#db/doors/edition-rows.ts'
import type { C } from '#http/context.ts'
import { staffPlace } from '#http/staff-community.ts'
import { doorPlaceOf } from '#routes/doors/door-place.ts'

/**
 * What the reader should send to the group or change on the notice board, one sentence each. Nothing about a door that
 * the community has never used.
 */
export async function doorsOnDesk(c: C): Promise<readonly string[]> {
  const place = await staffPlace(c)
  if (!place) return []
  const { db } = c.get('services').store
  const { doors } = c.get('text')
  const of = doorPlaceOf(place)
  const lines: string[] = []
  if (await isUsed(db, of.communityId, 'group')) {
    const unsent = await newCount(db, of, 'group')
    if (unsent) lines.push(doors.unsent(unsent))
  }
  if ((await hangingSheets(db, of.communityId)).length) {
    const { taken, gone } = await oldOnSheets(db, of.communityId)
    const fresh = await newCount(db, of, 'board')
    if (taken + gone + fresh) lines.push(doors.sheet.stale(taken, gone, fresh))
  }
  return lines
}
