import type { Day } from '#domain/time/workdays.ts'

/**
 * Between equals the lot decides, and not the order of the list: otherwise the same people would always come first. It
 * is drawn from the day and the two ids, so that the same day planned again gives the same plan.
 */
export function lotFor(
  day: Day,
  offers: readonly { readonly wishes: readonly [{ readonly id: string }, ...unknown[]] }[],
  people: readonly { readonly id: string }[],
): (offer: number, person: number) => number {
  const ofOffers = offers.map(({ wishes }) => hashOf(`${day} ${wishes[0].id}`))
  const ofPeople = people.map(({ id }) => hashOf(id))
  return (offer, person) => mixed((ofOffers[offer] as number) ^ (ofPeople[person] as number)) / 2 ** 32
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
