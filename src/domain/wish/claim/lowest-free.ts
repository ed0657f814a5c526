/** The lowest number from 1 on that is not in `taken`. */
export const lowestFree = (taken: readonly number[]): number => {
  const used = new Set(taken)
  let slot = 1
  while (used.has(slot)) slot++
  return slot
}
