import type { Day } from '#domain/time/workdays.ts'

const mostCounted = 99

/**
 * Between equals, who was asked less in the last half year comes first, and then the lot decides, not the order of the
 * list: otherwise the same people would always come first. The lot is drawn from the day and the two ids, so that the
 * same day planned again gives the same plan.
 */
export function lotFor(
  day: Day,
  offers: readonly { readonly wishes: readonly [{ readonly id: string }, ...unknown[]] }[],
  people: readonly { readonly id: string; readonly askedHalfYear: number }[],
): (offer: number, person: number) => number {
  const ofOffers = offers.map(({ wishes }) => hashOf(`${day} ${wishes[0].id}`))
  const ofPeople = people.map(({ id }) => hashOf(id))
  const turns = people.map(({ askedHalfYear }) => mostCounted - Math.min(askedHalfYear, mostCounted))
  return (offer, person) => {
    const lot = mixed((ofOffers[offer] as number) ^ (ofPeople[person] as number)) / 2 ** 32
    return ((turns[person] as number) + lot) / (mostCounted + 1)
  }
}

/** FNV-1a over the characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash >>> 0
}

function mixed(bits: number): number {
  let mixing = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35)
  return (mixing ^ (mixing >>> 16)) >>> 0
}
