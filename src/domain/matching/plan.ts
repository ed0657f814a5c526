import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { addDays, type Day, localDay } from '#domain/time/workdays.ts'
import { averageAsked, balanced } from './balance.ts'
import { type Cell, cellOf, chanceOf } from './chance.ts'
import { chooseTogether } from './choose-together.ts'
import { craftFor, type Fit, fitNumber, fits, skillFor, strengthFor, strengthsFor } from './fit.ts'
import { lotFor } from './lot.ts'
import type { Setting, Volunteer, WaitingWish } from './matching-model.ts'
import { mayBeAskedAgain } from './need.ts'
import { type Held, type Offer, offersOf, separately } from './offers.ts'
import type { FitReason, Reason } from './reasons.ts'
import { offerTimesKey, type Visit, visitTimes } from './visit-times.ts'

export type Invitation = {
  readonly wishIds: readonly [string, ...string[]]
  readonly personId: string
  readonly isUrgent: boolean
  /** By what kind of invitation its outcome will be counted; of the first wish. */
  readonly cell: Cell
  /** Of the first wish, in the order in which a page shows them. */
  readonly reasons: readonly Reason[]
  /** Chance × weight, summed over its wishes and balanced; less the price. */
  readonly value: number
}

export type Plan = {
  readonly invitations: readonly Invitation[]
  /** Wishes that are not offered now, and why. */
  readonly held: readonly Held[]
  /** Offered wishes for which no volunteer could be invited. */
  readonly unanswered: readonly string[]
}

/** What each invitation of the last 28 days costs, in points of value. */
export const price = 1

/**
 * The invitations of a community, chosen together: for each open wish a short list of people, for each volunteer no more
 * than they agreed to. It only invites; the board stays open to all. The same setting gives the same plan.
 */
export function planInvitations(setting: Setting): Plan {
  const { offers: together, held } = offersOf(setting)
  const offers = splitWhereNobodyCan(setting, together)
  const matcher = matcherOf(setting, offers)
  const choices = chooseTogether({
    offers,
    people: setting.volunteers.map((volunteer) => roomOf(volunteer, setting)),
    valueFor: matcher.valueFor,
    price,
    lotOf: lotFor(localDay(setting.now, setting.calendar.zone), offers, setting.volunteers),
  })
  const answered = new Set(choices.flatMap(({ offer }) => offers[offer]?.wishes.map(({ id }) => id) ?? []))
  const offered = offers.flatMap(({ wishes }) => wishes.map(({ id }) => id))
  return {
    invitations: choices.map(({ offer, person }) => matcher.invitationOf(offer, person)),
    held,
    unanswered: offered.filter((id) => !answered.has(id)),
  }
}

/** Wishes of one household that no volunteer can take together are offered one by one. */
function splitWhereNobodyCan(setting: Setting, offers: readonly Offer[]): readonly Offer[] {
  if (offers.every(({ wishes }) => wishes.length === 1)) return offers
  const { valueFor } = matcherOf(setting, offers)
  const rooms = setting.volunteers.map((volunteer) => roomOf(volunteer, setting))
  const canAnybody = (offer: number) => rooms.some(({ left }, person) => left > 0 && valueFor(offer, person) > 0)
  return offers.flatMap((offer, n) => (offer.wishes.length === 1 || canAnybody(n) ? [offer] : separately(offer)))
}

/** How many invitations a volunteer may get now. */
export function roomOf(volunteer: Volunteer, { rules, calendar, now }: Omit<Setting, 'volunteers' | 'wishes'>) {
  const today = localDay(now, calendar.zone)
  const limits = { never: 0, weekly: 1, usual: rules.invitationsPerWeek } as const
  const isPaused = volunteer.pausedUntil !== null && today < volunteer.pausedUntil
  const perWeek = isPaused ? 0 : Math.min(limits[volunteer.choice], rules.invitationsPerWeek)
  const left = Math.max(
    0,
    Math.min(perWeek - volunteer.askedThisWeek, rules.openClaimsPerVolunteer - volunteer.openClaims),
  )
  return { left, mayPlain: mayBePlain(volunteer, today), asked: volunteer.askedLately }
}

/** Who has not said that they want no invitations now; how many they had this week does not matter. */
export const wantsInvitations = (volunteer: Volunteer, setting: Omit<Setting, 'volunteers' | 'wishes'>): boolean =>
  roomOf({ ...volunteer, askedThisWeek: 0, openClaims: 0 }, setting).left > 0

/** Not twice on a day and not on two days running, unless it is red. */
const mayBePlain = ({ lastPlainDay }: Volunteer, today: Day): boolean =>
  lastPlainDay === null || lastPlainDay < addDays(today, -1)

/** Values from tables of numbers: a county town has ten million pairs of a wish and a volunteer. */
function matcherOf(setting: Setting, offers: readonly Offer[]) {
  const { volunteers, rules, chances } = setting
  const visitOf = visitTimes(setting)
  const average = averageAsked(volunteers.filter((volunteer) => wantsInvitations(volunteer, setting)))
  const halfYears = volunteers.map(({ askedHalfYear }) => askedHalfYear)
  const index = new Map(volunteers.map(({ id }, n) => [id, n]))
  const hours = numbered(volunteers.map(({ freeTimes }) => freeTimes.join(' ')))
  const eachHours = [...new Map(volunteers.map(({ freeTimes }, n) => [at(hours, n), freeTimes])).values()]
  const grids = numbered([
    ...volunteers.map(({ gridId }) => gridId ?? ''),
    ...offers.map(({ wishes }) => wishes[0].gridId),
  ])
  const bits = volunteers.map(({ strengths }) => bitsOf(strengths))
  const named = volunteers.map(({ freeTimes }) => freeTimes.length > 0)
  const claims = volunteers.map(({ openClaims }) => openClaims)
  const reachable = new Map<string, readonly boolean[]>()

  /** For each kind of hours, whether a visit is possible in them. */
  const reachableIn = (offer: Offer): readonly boolean[] => {
    const key = offerTimesKey(offer)
    const known = reachable.get(key) ?? eachHours.map((freeTimes) => visitOf(freeTimes, offer) !== null)
    reachable.set(key, known)
    return known
  }
  /** Without near and hours: the place of the skill in `fits`. */
  const skillPlace = { has: 0, 'not-needed': 4, lacks: 8 } as const
  const restOf = (offer: number, person: number) =>
    fitNumber('has', grids[person] === grids[volunteers.length + offer], at(named, person))

  const valuers = offers.map((offer, n) => {
    const canCome = reachableIn(offer)
    const barred = barredFrom(offer.wishes, index, setting)
    const room = rules.openClaimsPerVolunteer - offer.wishes.length
    const rows = offer.wishes.map(({ itemId, category }, place) => ({
      wanted: bitsOf(strengthsFor(itemId)),
      without: skillPlace[craftFor(itemId) ? 'lacks' : 'not-needed'],
      worths: fits.map((fit) => chanceOf(chances, category, fit) * at(offer.weights, place)),
    }))
    return (person: number): number => {
      if (at(claims, person) > room || !at(canCome, at(hours, person)) || barred.has(person)) return 0
      const rest = restOf(n, person)
      let value = 0
      for (const { wanted, without, worths } of rows)
        value += at(worths, (wanted & at(bits, person) ? skillPlace.has : without) + rest)
      return balanced(value, at(halfYears, person), average)
    }
  })
  const valueFor = (offer: number, person: number): number => at(valuers, offer)(person)
  const fitOf = (offer: number, person: number): Fit => {
    const [{ itemId }] = at(offers, offer).wishes
    return at(fits, skillPlace[skillFor(itemId, at(volunteers, person).strengths)] + restOf(offer, person))
  }

  const invitationOf = (offer: number, person: number): Invitation => {
    const { wishes, needs, isUrgent, isInQuietGrid } = at(offers, offer)
    const volunteer = at(volunteers, person)
    const [first] = wishes
    const fit = fitOf(offer, person)
    const asks: Reason[] = [
      { why: 'chance', percent: Math.round(chanceOf(chances, first.category, fit) * 100) },
      { why: 'asked', times: volunteer.askedLately },
      { why: 'asked-half-year', times: volunteer.askedHalfYear },
      { why: 'average-half-year', times: average },
    ]
    if (wishes.length > 1) asks.push({ why: 'together', wishes: wishes.length })
    if (isInQuietGrid) asks.push({ why: 'quiet-grid' })
    const fitting = fitReasons(first, volunteer, fit, visitOf(volunteer.freeTimes, at(offers, offer)))
    return {
      wishIds: [first.id, ...wishes.slice(1).map(({ id }) => id)],
      personId: volunteer.id,
      isUrgent,
      cell: cellOf(first.category, fit),
      reasons: [...fitting, ...(needs[0] ?? []), ...asks],
      value: valueFor(offer, person) - price * volunteer.askedLately,
    }
  }
  return { valueFor, invitationOf }
}

/** In words that the volunteer knows: what they can do, where they live, when they are free. */
export function fitReasons(
  { itemId }: Pick<WaitingWish, 'itemId'>,
  { strengths, gridId }: Pick<Volunteer, 'strengths' | 'gridId'>,
  { skill, isNear, hasTime }: Fit,
  visit: Visit | null,
): readonly FitReason[] {
  const reasons: FitReason[] = []
  const strength = strengthFor(itemId, strengths)
  const craft = craftFor(itemId)
  if (strength) reasons.push({ why: 'strength', strength })
  else if (skill === 'lacks' && craft) reasons.push({ why: 'no-strength', strength: craft })
  if (isNear && gridId) reasons.push({ why: 'grid', gridId })
  if (hasTime && visit) reasons.push({ why: 'time', ...visit })
  return reasons
}

/** Who may not be asked for one of these wishes, as indices of the volunteers. */
function barredFrom(wishes: Offer['wishes'], index: ReadonlyMap<string, number>, setting: Setting): Set<number> {
  const { calendar, now, rules } = setting
  const barred = new Set<number>()
  for (const wish of wishes) {
    const asked = wish.asked.map(({ personId }) => personId)
    const again = { calendar, now, pushAfter: rules.pushAfter }
    const tired = asked.filter((personId) => !mayBeAskedAgain(wish, personId, again))
    for (const id of [...wish.notFor, ...tired]) {
      const person = index.get(id)
      if (person !== undefined) barred.add(person)
    }
  }
  return barred
}

const bitsOf = (own: readonly string[]): number =>
  strengths.reduce((bits, strength, n) => (own.includes(strength) ? bits | (1 << n) : bits), 0)

/** Each text by a small number, the same text by the same one. */
function numbered(texts: readonly string[]): readonly number[] {
  const known = new Map<string, number>()
  return texts.map((text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T
