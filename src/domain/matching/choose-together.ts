/** What is chosen between, in numbers: offers with places, people with room. */
export type Market = {
  /** The most urgent first. */
  readonly offers: readonly { readonly places: number; readonly isUrgent: boolean }[]
  readonly people: readonly Room[]
  /** What an invitation is worth; 0 where there is none to send. */
  readonly valueFor: (offer: number, person: number) => number
  /** What every earlier invitation of a person costs, in the same unit. */
  readonly price: number
  /** Between equals: any number from 0 to below 1 that is the same whenever the same day is planned again. */
  readonly lotOf: (offer: number, person: number) => number
}

type Room = {
  /** Invitations left. */
  readonly left: number
  /** Whether one of them may be for something that is not urgent; never more than one. */
  readonly mayPlain: boolean
  /** Invitations in the last weeks. */
  readonly asked: number
}

export type Choice = { readonly offer: number; readonly person: number }

/** So many of an offer's best people are remembered; the others are looked at only where these are taken. */
const remembered = 24
/** How many others may change so that one more place is filled; few at first, because that is where most is gained. */
const changesByRound = [1, 2, 5, 5, 5, 5] as const
/**
 * Pairs that the exchanges look at, at most: about 20 ms of work. A small community is finished long before; a large one
 * stops where little is left to gain. A number of steps and not a time, so that the same input gives the same choices.
 */
const mostSteps = 200_000
const lotWeight = 1e-6
/** Less is no gain but rounding. */
const tiny = 1e-9

/**
 * Whom to ask for what, chosen together. First greedily: the most urgent offer chooses first, in rounds, so that each has
 * its first person before any has a second; every invitation of a person raises the price of the next one. Then exchanges:
 * where someone is the only one for an offer and another offer can do without them, they change. The same input gives
 * the same choices.
 */
export function chooseTogether(market: Market): readonly Choice[] {
  const table = tableOf(market)
  const mostPlaces = market.offers.reduce((most, { places }) => Math.max(most, places), 0)
  for (let round = 0; round < mostPlaces; round++)
    for (const [offer, { places }] of market.offers.entries()) if (places > round) table.addBest(offer)
  for (const changes of changesByRound) table.exchange(changes)
  return table.choices()
}

function tableOf({ offers, people, valueFor, price, lotOf }: Market) {
  const chosen: number[][] = offers.map(() => [])
  const holders: number[][] = people.map(() => [])
  const plainOf: number[] = people.map(() => -1)
  const best: (readonly number[] | undefined)[] = []
  /** The lowest value in `best`: a person who is not in it is worth no more. */
  const floors: number[] = []

  const worth = (offer: number, person: number) => valueFor(offer, person) + lotOf(offer, person) * lotWeight
  const priceNow = (person: number) => price * (at(people, person).asked + at(holders, person).length)
  const isUrgent = (offer: number) => at(offers, offer).isUrgent
  const hasRoom = (offer: number, person: number): boolean => {
    const { left, mayPlain } = at(people, person)
    if (at(holders, person).length >= left) return false
    return isUrgent(offer) || (mayPlain && plainOf[person] === -1)
  }
  const put = (offer: number, person: number) => {
    at(chosen, offer).push(person)
    at(holders, person).push(offer)
    if (!isUrgent(offer)) plainOf[person] = offer
  }
  const take = (offer: number, person: number) => {
    remove(at(chosen, offer), person)
    remove(at(holders, person), offer)
    if (!isUrgent(offer)) plainOf[person] = -1
  }

  /** People worth inviting, the best first by value less what they were asked before. */
  const bestOf = (offer: number): readonly number[] => {
    const known = best[offer]
    return known ?? rememberBest(offer, () => true)
  }

  const rememberBest = (offer: number, isMeant: (person: number) => boolean): readonly number[] => {
    const top = topOf(remembered)
    for (let person = 0; person < people.length; person++) {
      const { left, asked } = at(people, person)
      if (left <= 0) continue
      const value = valueFor(offer, person)
      if (value <= 0) continue
      const net = value - price * asked + lotWeight
      if (net > top.floor && isMeant(person)) top.add(person, net - lotWeight + lotOf(offer, person) * lotWeight)
    }
    best[offer] = top.indices
    floors[offer] = top.floor
    return top.indices
  }

  const addBest = (offer: number): void => {
    let [found, gain] = pick(bestOf(offer), offer)
    // The list is cut off: a person who is not in it is worth less than its last one, unless those in it are taken.
    if (gain < at(floors, offer)) {
      rememberBest(offer, (person) => hasRoom(offer, person) && !at(chosen, offer).includes(person))
      ;[found, gain] = pick(bestOf(offer), offer)
    }
    if (found >= 0 && gain > 0) put(offer, found)
  }

  const pick = (candidates: readonly number[], offer: number): [number, number] => {
    let [found, gain] = [-1, Number.NEGATIVE_INFINITY]
    for (const person of candidates) {
      if (!hasRoom(offer, person) || at(chosen, offer).includes(person)) continue
      const net = worth(offer, person) - priceNow(person)
      if (net > gain) [found, gain] = [person, net]
    }
    return [found, gain]
  }

  /** The best way to give an offer one more person, and what it gains: others may change for it, each to someone else. */
  type Way = { readonly gain: number; readonly make: () => void }
  let steps = 0
  const wayTo = (offer: number, changes: number, passed: readonly number[]): Way | null => {
    let found: Way | null = null
    const consider = (gain: number, make: () => void) => {
      if (gain > (found?.gain ?? tiny)) found = { gain, make }
    }
    const candidates = bestOf(offer).filter((person) => !at(chosen, offer).includes(person) && !passed.includes(person))
    for (const person of candidates)
      if (hasRoom(offer, person)) consider(worth(offer, person) - priceNow(person), () => put(offer, person))
    steps += candidates.length
    if (changes === 0 || steps > mostSteps) return found
    for (const person of candidates)
      for (const holder of givingWay(offer, person)) {
        const moved = worth(offer, person) - worth(holder, person)
        // Even with its best person the other offer could not make up for it.
        if (moved + mostOf(holder) <= ((found as Way | null)?.gain ?? tiny)) continue
        const next = wayTo(holder, changes - 1, [...passed, person])
        consider(moved + (next?.gain ?? 0), () => {
          take(holder, person)
          put(offer, person)
          next?.make()
        })
      }
    return found
  }

  const mostOf = (offer: number): number => {
    const [first] = bestOf(offer)
    return first === undefined ? 0 : worth(offer, first)
  }

  /** Offers that could give this person up so that there is room for this one. */
  const givingWay = (offer: number, person: number): readonly number[] => {
    const { left, mayPlain } = at(people, person)
    if (left <= 0) return []
    const held = at(holders, person)
    if (isUrgent(offer)) return held
    if (!mayPlain) return []
    const plain = at(plainOf, person)
    return plain >= 0 ? [plain] : held
  }

  const exchange = (changes: number): void => {
    for (const [offer, { places }] of offers.entries()) {
      if (steps > mostSteps) return
      while (at(chosen, offer).length < places) {
        const way = wayTo(offer, changes, [])
        if (!way) break
        way.make()
      }
      for (const person of [...at(chosen, offer)]) {
        if (!at(chosen, offer).includes(person)) continue
        const given = worth(offer, person) - priceNow(person) + price
        take(offer, person)
        const way = wayTo(offer, changes, [])
        if ((way?.gain ?? 0) > given + tiny) way?.make()
        else put(offer, person)
      }
    }
  }

  const choices = (): readonly Choice[] =>
    chosen.flatMap((persons, offer) => persons.map((person) => ({ offer, person })))

  return { addBest, exchange, choices }
}

function remove(list: number[], value: number): void {
  const place = list.indexOf(value)
  if (place >= 0) list.splice(place, 1)
}

/** The indices of the highest numbers, the highest first; `floor` is the number below which some were left out. */
function topOf(most: number) {
  const indices: number[] = []
  const numbers: number[] = []
  const top = {
    indices: indices as readonly number[],
    floor: Number.NEGATIVE_INFINITY,
    add(index: number, number: number): void {
      if (number <= top.floor) return
      let place = numbers.length
      while (place > 0 && at(numbers, place - 1) < number) place -= 1
      numbers.splice(place, 0, number)
      indices.splice(place, 0, index)
      if (numbers.length > most) {
        numbers.pop()
        indices.pop()
      }
      if (numbers.length === most) top.floor = at(numbers, most - 1)
    },
  }
  return top
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T
