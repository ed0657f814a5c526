import type { Community } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { notAtBothDoors } from '#db/doors/both-doors-rows.ts'
import { type DoorPlace, hangingSheets, isUsed, newCount, oldOnSheets } from '#db/doors/edition-rows.ts'
import { toBeRecalled } from '#db/doors/naming-editions.ts'
import { stuckMessages } from '#db/doors/robot-rows.ts'
import { doorsDueAt } from '#domain/doors/both-doors.ts'
import { recallable } from '#domain/doors/edition.ts'
import { failingAfter } from '#domain/doors/robot.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { C } from '#http/context.ts'
import { doorPlaceOf } from '#routes/doors/door-place.ts'
import type { DoorLine } from '#views/desk/desk-page.tsx'

/**
 * What the reader should send to the group or change on the notice board, one sentence each. Nothing about a door that
 * the community has never used.
 */
export async function doorsOnDesk(c: C): Promise<readonly DoorLine[]> {
  const place = await staffPlace(c)
  if (!place) return []
  const { db } = c.get('services').store
  const { doors } = c.get('text')
  const of = doorPlaceOf(place)
  const { now } = c.get('services')
  const withdrawn = await toBeRecalled(db, of.communityId, new Date(now().getTime() - recallable))
  const lines: DoorLine[] = withdrawn.map(({ door, number }) => ({
    href: `/doors/${door === 'group' ? 'messages' : 'sheets'}/${number}?c=${place.community.slug}`,
    words: doors.recall[door](number),
  }))
  if (await isUsed(db, of.communityId, 'group')) {
    const unsent = await newCount(db, of, 'group')
    if (unsent) lines.push({ href: '/doors', words: doors.unsent(unsent) })
  }
  if ((await hangingSheets(db, of.communityId)).length) {
    const { taken, gone } = await oldOnSheets(db, of.communityId)
    const fresh = await newCount(db, of, 'board')
    if (taken + gone + fresh) lines.push({ href: '/doors#board', words: doors.sheet.stale(taken, gone, fresh) })
  }
  const late = await lateCount(c, place.community, of)
  if (late) lines.push({ href: '/doors', words: doors.late(late) })
  if (place.isSecretary) {
    const before = new Date(now().getTime() - failingAfter)
    const { failing, unsure } = await stuckMessages(db, of.communityId, before)
    if (failing) lines.push({ href: '/doors/robots', words: doors.robots.failing(failing) })
    if (unsure) lines.push({ href: '/doors/robots', words: doors.robots.unsure(unsure) })
  }
  return lines
}

/** Counting stops here, which keeps the query short. */
const mostLate = 200

/** Open wishes that should be in the group and on the notice board by now, by the rules of their publication. */
async function lateCount(c: C, community: Community, place: DoorPlace): Promise<number> {
  const { store, now } = c.get('services')
  const calendar = await calendarFor(store.db, community)
  const versions = await rulesOf(store.db, community.id)
  const missing = await notAtBothDoors(store.db, place, mostLate)
  return missing.filter(({ publishedAt, ruleVersion }) => {
    const due = doorsDueAt(calendar, publishedAt, versions.find(({ id }) => id === ruleVersion)?.rules)
    return due !== null && due < now()
  }).length
}
