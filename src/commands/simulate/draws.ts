/**
 * Random numbers by what they decide, not by their turn: the same person answers the same invitation in the same way
 * whichever way of inviting is tried, so the ways are compared on the same luck. From 0 to below 1.
 */
export type Draw = (...about: readonly (string | number)[]) => number

export const drawsOf =
  (seed: number): Draw =>
  (...about) =>
    mixed(hashOf(`${seed} ${about.join(' ')}`)) / 2 ** 32

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash
}

function mixed(bits: number): number {
  let mixing = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35)
  return (mixing ^ (mixing >>> 16)) >>> 0
}

/** One of these, each with its weight. */
export function drawnFrom<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>, draw: number): Name {
  const entries = Object.entries(weights) as [Name, number][]
  let left = draw * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  return (entries.at(-1) as [Name, number])[0]
}
