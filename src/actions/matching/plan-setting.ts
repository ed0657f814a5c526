import { type CommunitySetting, communitySettingOf } from '#db/community/community-situation.ts'
import { askableVolunteers } from '#db/matching/askable-rows.ts'
import { lastInvitedTo, visitsByHousehold } from '#db/matching/household-rows.ts'
import { latestPlan } from '#db/matching/outcome-rows.ts'
import { askedByWish, barredByWish, doorOf, openWishes } from '#db/matching/waiting-rows.ts'
import { mondayOf } from '#domain/board/free-slots.ts'
import { chancesFrom } from '#domain/matching/chance.ts'
import type { Household, Setting, WaitingWish } from '#domain/matching/matching-model.ts'
import { neededBy } from '#domain/matching/need.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { day } from '#domain/time/durations.ts'
import { addDays, type Day, dueAt, localDay, midnight } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/** The number of days over which a volunteer's invitations are counted. */
const lately = 28 * day
/** The number of weeks within which a visit is agreed. */
const weeksAhead = 9

/**
 * Everything a plan of this community looks at. `opening` is a wish that is about to become open by an act that is not
 * written yet: it counts as open already, and no longer as claimed.
 */
export async function planSetting(
  { store, now }: Pick<Services, 'store' | 'now'>,
  communityId: string,
  opening: Wish | null = null,
): Promise<(Setting & { readonly place: CommunitySetting }) | null> {
  const { db } = store
  const at = now()
  const place = await communitySettingOf(db, communityId)
  if (!place) return null
  const { calendar, versions } = place
  const today = localDay(at, calendar.zone)
  const { rules } = ruleVersionOn(versions, today)
  const plan = await latestPlan(db, communityId)
  const since = new Date(at.getTime() - lately)
  return {
    place,
    now: at,
    calendar,
    rules,
    wishes: await waitingIn(db, place, at, opening),
    households: await householdsIn(db, place, at, since, opening),
    volunteers: await askableVolunteers(db, { communityId, since, week: mondayOf(today) }),
    chances: chancesFrom(plan?.chances ?? []),
    quietGrids: new Set(plan?.quietGrids ?? []),
  }
}

type Db = Services['store']['db']

async function waitingIn(
  db: Db,
  place: CommunitySetting,
  at: Date,
  opening: Wish | null,
): Promise<readonly WaitingWish[]> {
  const open = (await openWishes(db, place.id, at)).filter(({ id }) => id !== opening?.id)
  const door = opening ? await doorOf(db, opening.id) : null
  const rows = opening && door ? [...open, { ...opening, ...door }] : open
  const ids = rows.map(({ id }) => id)
  const [barred, asked] = [await barredByWish(db, ids), await askedByWish(db, ids)]
  const dates = datesIn(place, at)
  return rows.map((row) => {
    const { id, itemId, category, gridId, urgency, promiseAt, round, since, postedBy, barredId } = row
    const publishedAt = row.publishedAt ?? at
    return {
      id,
      itemId,
      category,
      gridId,
      urgency,
      publishedAt,
      promiseAt,
      ...dates({ urgency, publishedAt, promiseAt, ruleVersion: row.ruleVersion }),
      returned: round,
      household: row.household,
      callFrom: row.callFrom,
      callUntil: row.callUntil,
      notFor: [postedBy, ...(barredId ? [barredId] : []), ...(barred.get(id) ?? [])],
      asked: (asked.get(id) ?? []).filter((one) => one.at >= since),
    }
  })
}

type Dated = Pick<Wish, 'urgency' | 'promiseAt' | 'ruleVersion'> & { readonly publishedAt: Date }

/** The dates of a wish by the rules it was published under. Many wishes share a day, so each is computed once. */
function datesIn({ calendar, versions }: CommunitySetting, now: Date) {
  const current = ruleVersionOn(versions, localDay(now, calendar.zone))
  const dues = new Map<string, Date>()
  return (wish: Dated) => {
    const { deliverWithin } = (versions.find(({ id }) => id === wish.ruleVersion) ?? current).rules
    const within = deliverWithin[wish.urgency]
    const due = dues.get(String(within)) ?? dueAt(calendar, now, within)
    dues.set(String(within), due)
    return { dueIfClaimed: due, neededBy: neededBy(calendar, wish, deliverWithin) }
  }
}

async function householdsIn(
  db: Db,
  { id, calendar }: CommunitySetting,
  now: Date,
  since: Date,
  opening: Wish | null,
): Promise<ReadonlyMap<string, Household>> {
  const monday = mondayOf(localDay(now, calendar.zone))
  const [from, until] = [midnight(monday, calendar.zone), midnight(addDays(monday, 7 * weeksAhead), calendar.zone)]
  const found = new Map<string, { visits: Map<Day, number>; claimed: number; lastAskedAt: Date | null }>()
  const at = (household: string) => {
    const known = found.get(household) ?? { visits: new Map(), claimed: 0, lastAskedAt: null }
    found.set(household, known)
    return known
  }
  for (const visit of await visitsByHousehold(db, id, from, until)) {
    if (visit.wishId === opening?.id) continue
    const household = at(visit.household)
    // An agreed visit that is past without a delivery is still to come.
    const when = visit.at === null ? null : new Date(visit.at * 1000)
    if (when === null || when < from) household.claimed += 1
    else {
      const week = mondayOf(localDay(when, calendar.zone))
      household.visits.set(week, (household.visits.get(week) ?? 0) + 1)
    }
  }
  for (const { household, at: asked } of await lastInvitedTo(db, id, since)) {
    const known = at(household)
    if (known.lastAskedAt === null || known.lastAskedAt < asked) known.lastAskedAt = asked
  }
  return found
}
