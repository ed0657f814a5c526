/** Pseudo-random numbers: the same seed gives the same story at every start. */
export function randomFrom(seed: number) {
  let state = seed >>> 0

  /** From 0 to 1, exclusive (mulberry32). */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)

  return {
    below,
    between: (from: number, until: number): number => from + next() * (until - from),
    chance: (share: number): boolean => next() < share,
    pick<T>(list: readonly T[]): T {
      if (!list.length) throw new Error('nothing to pick from')
      return list[below(list.length)] as T
    },
    shuffled<T>(list: readonly T[]): T[] {
      const order = list.map((value) => ({ value, key: next() }))
      return order.sort((a, b) => a.key - b.key).map(({ value }) => value)
    },
  }
}
export type Random = ReturnType<typeof randomFrom>
