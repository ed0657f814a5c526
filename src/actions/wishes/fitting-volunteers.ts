import { communityById } from '#db/community/area-rows.ts'
import { gridOfBuilding } from '#db/residents/resident-rows.ts'
import { claimantsOf, invitable } from '#db/wishes/invitable.ts'
import { hasTimeBefore } from '#domain/board/free-slots.ts'
import { matchOf } from '#domain/board/matching.ts'
import { mostInvited } from '#domain/notifications.ts'
import { week } from '#domain/time/durations.ts'
import { dueAt } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { situationOf } from './situation-of.ts'

/**
 * Whom an open wish is offered to next: ids of at most five volunteers whose hands are not full and who have not held it
 * before. Who was invited within the week comes after everybody else, then who fits best: it is an invitation, and not always to the same ones.
 */
export async function fittingFor(services: Services, wish: Wish, now: Date): Promise<readonly string[]> {
  const { db } = services.store
  const { publishedAt } = wish
  const community = await communityById(db, wish.communityId)
  if (!community || !publishedAt) return []
  const { rules, promised, calendar } = await situationOf(services, community.id, wish)
  const found = await invitable(db, community.id, rules.openClaimsPerVolunteer, new Date(now.getTime() - week))
  const before = await claimantsOf(db, wish.id)
  const due = dueAt(calendar, now, promised.deliverWithin[wish.urgency])
  const grids = new Map<string, string | null>()
  for (const { building } of found)
    if (building && !grids.has(building)) grids.set(building, await gridOfBuilding(db, community.id, building))

  return found
    .filter(({ id }) => !before.includes(id))
    .flatMap(({ id, strengths, freeTimes, building, invitedAt }) => {
      const isFree =
        freeTimes.length > 0 && hasTimeBefore({ calendar, freeTimes, callFrom: null, callUntil: null, now, dueAt: due })
      const hasTime = { red: isFree, yellow: isFree, blue: isFree }
      const volunteer = { id, strengths, gridId: grids.get(building) ?? null, hasTime }
      const match = matchOf({ ...wish, publishedAt }, volunteer, now)
      return match ? [{ id, score: match.score, isAgain: invitedAt !== null }] : []
    })
    .toSorted((a, b) => Number(a.isAgain) - Number(b.isAgain) || b.score - a.score)
    .slice(0, mostInvited)
    .map(({ id }) => id)
}
