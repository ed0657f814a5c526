import { communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { loadWishesById } from '#db/wishes/wish-rows.ts'
import { doorsDueAt } from '#domain/doors/both-doors.ts'
import type { Services } from '#src/services.ts'

/**
 * Those of the wishes that are published now within the time that the rules of their publication allow for both doors.
 * Recorded with the edition, so that a later change of rules or calendar changes no figure.
 */
export async function inTime(
  { store, now }: Services,
  communityId: string,
  wishIds: readonly string[],
): Promise<readonly string[]> {
  const community = await communityById(store.db, communityId)
  if (!community) return []
  const calendar = await calendarFor(store.db, community)
  const versions = await rulesOf(store.db, communityId)
  const wishes = await loadWishesById(store.db, wishIds)
  return wishes.flatMap(({ id, publishedAt, ruleVersion }) => {
    const due = doorsDueAt(calendar, publishedAt, versions.find((version) => version.id === ruleVersion)?.rules)
    return due && now() <= due ? [id] : []
  })
}
