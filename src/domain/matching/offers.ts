import { mondayOf } from '#domain/board/free-slots.ts'
import { addDays, type Day, localDay } from '#domain/time/workdays.ts'
import { festivalAround, shareOfToday } from './festivals.ts'
import type { Household, Setting, WaitingWish } from './matching-model.ts'
import { needsAt, placesFor, weightOf } from './need.ts'
import type { WishReason } from './reasons.ts'

/** One visit that a volunteer is invited to: the most urgent wish, and others of the same household with it. */
export type Offer = {
  readonly wishes: readonly [WaitingWish, ...WaitingWish[]]
  /** For each wish in the same order. */
  readonly needs: readonly (readonly WishReason[])[]
  readonly weights: readonly number[]
  readonly isUrgent: boolean
  readonly isInQuietGrid: boolean
  readonly places: number
  /** Mondays of the weeks in which the household has no visit left. */
  readonly fullWeeks: readonly Day[]
}

/** Why a waiting wish is not offered now. */
export type Held = { readonly wishId: string; readonly why: 'visits' | 'answers' | 'festival' }

/**
 * What is offered today, the most urgent first. A household is offered no more wishes than it has visits left before they
 * are due, and the wishes of one household go together to one person. Around a festival, what has time is spread over
 * the days on either side.
 */
export function offersOf(setting: Setting): { readonly offers: readonly Offer[]; readonly held: readonly Held[] } {
  const held: Held[] = []
  const needOf = needsAt(setting.calendar, setting.now)
  const doors = new Map<string, WaitingWish[]>()
  for (const wish of setting.wishes) {
    const door = doors.get(wish.household)
    if (door) door.push(wish)
    else doors.set(wish.household, [wish])
  }
  const offers: Offer[] = []
  for (const [door, wishes] of doors) {
    const ranked = rankedByNeed(wishes, setting.households.get(door) ?? null, needOf)
    const room = roomOf(setting.households.get(door) ?? nobodyThere, ranked, setting)
    for (const { wish } of ranked.slice(room)) held.push({ wishId: wish.id, why: 'visits' })
    offers.push(...bundled(ranked.slice(0, room), setting, held))
  }
  return spread(offers.toSorted(byNeed), setting, held)
}

const nobodyThere: Household = { visits: new Map(), claimed: 0, lastAskedAt: null }

type Ranked = { readonly wish: WaitingWish; readonly need: readonly WishReason[]; readonly weight: number }

function rankedByNeed(
  wishes: readonly WaitingWish[],
  household: Household | null,
  needOf: ReturnType<typeof needsAt>,
): readonly Ranked[] {
  return wishes
    .map((wish) => {
      const need = needOf(wish, household?.lastAskedAt ?? wish.publishedAt)
      return { wish, need, weight: weightOf(need) }
    })
    .toSorted((a, b) => b.weight - a.weight || firstOf(a.wish, b.wish))
}

const firstOf = (a: WaitingWish, b: WaitingWish): number =>
  a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : 1)

const byNeed = (a: Offer, b: Offer): number =>
  Number(b.isUrgent) - Number(a.isUrgent) || total(b.weights) - total(a.weights) || firstOf(a.wishes[0], b.wishes[0])

const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)

/** Visits that the household has left in the weeks in which its wishes would be delivered. */
function roomOf(household: Household, ranked: readonly Ranked[], { rules, now, calendar }: Setting): number {
  const last = ranked.reduce((late, { wish }) => (wish.dueIfClaimed > late ? wish.dueIfClaimed : late), now)
  const until = localDay(last, calendar.zone)
  let room = -household.claimed
  for (let monday = mondayOf(localDay(now, calendar.zone)); monday <= until; monday = addDays(monday, 7))
    room += Math.max(0, rules.visitsPerWeek - (household.visits.get(monday) ?? 0))
  return Math.max(0, room)
}

/** The limit of open claims is also the largest bundle that one person can take. */
function bundled(ranked: readonly Ranked[], setting: Setting, held: Held[]): readonly Offer[] {
  const { rules, quietGrids, now } = setting
  const size = Math.max(1, Math.min(rules.openClaimsPerVolunteer, rules.visitsPerWeek))
  const offers: Offer[] = []
  const ready = ranked.filter(({ wish }) => {
    if (placesFor(wish, quietGrids.has(wish.gridId), now) > 0) return true
    held.push({ wishId: wish.id, why: 'answers' })
    return false
  })
  for (let n = 0; n < ready.length; n += size) {
    const [first, ...others] = ready.slice(n, n + size)
    if (!first) break
    const isInQuietGrid = quietGrids.has(first.wish.gridId)
    const all = [first, ...others]
    offers.push({
      wishes: [first.wish, ...others.map(({ wish }) => wish)],
      needs: all.map(({ need }) => need),
      weights: all.map(({ weight }) => weight),
      isUrgent: first.wish.urgency === 'red',
      isInQuietGrid,
      places: placesFor(first.wish, isInQuietGrid, now),
      fullWeeks: fullWeeksOf(setting, first.wish.household),
    })
  }
  return offers
}

/** The same wishes, each an offer of its own. */
export const separately = (offer: Offer): readonly Offer[] =>
  offer.wishes.map((wish, n) => ({
    ...offer,
    wishes: [wish],
    needs: offer.needs.slice(n, n + 1),
    weights: offer.weights.slice(n, n + 1),
    isUrgent: wish.urgency === 'red',
  }))

function fullWeeksOf({ households, rules }: Setting, door: string): readonly Day[] {
  const visits = households.get(door)?.visits
  if (!visits) return []
  return [...visits].flatMap(([monday, count]) => (count >= rules.visitsPerWeek ? [monday] : [])).sort()
}

/** Ordinary wishes without an invitation so far come first, so that each has its day; those soon due cannot wait. */
function spread(offers: readonly Offer[], { now, calendar }: Setting, held: Held[]) {
  const time = festivalAround(localDay(now, calendar.zone))
  if (!time) return { offers, held }
  const waiting = offers.filter(hasTimeLeft)
  const unasked = waiting.filter(({ wishes }) => wishes[0].asked.length === 0)
  const others = waiting.filter(({ wishes }) => wishes[0].asked.length > 0)
  const today = new Set([...unasked, ...others].slice(0, shareOfToday(waiting.length, time)))
  const isHeld = (offer: Offer) => hasTimeLeft(offer) && !today.has(offer)
  for (const { wishes } of offers.filter(isHeld))
    held.push(...wishes.map(({ id }) => ({ wishId: id, why: 'festival' as const })))
  return { offers: offers.filter((offer) => !isHeld(offer)), held }
}

/** Every wish of it is an ordinary one with days to spare. */
const hasTimeLeft = ({ wishes, needs }: Offer): boolean =>
  wishes.every(({ urgency }) => urgency === 'blue') &&
  needs.every((need) => !need.some(({ why }) => why === 'deadline'))
