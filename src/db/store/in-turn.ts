/**
 * Runs work with the same key one after the other. When four colleagues of a unit claim at once, each then finds the
 * free slot at the first try; otherwise all would find the same one and three would have to retry. An optimisation
 * only: other processes do not take part, and the unique indexes enforce the limits.
 */
export function inTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>()
  return (key, work) => {
    const mine = Promise.resolve(last.get(key)).then(work)
    const over = () => {
      if (last.get(key) === settled) last.delete(key)
    }
    const settled: Promise<void> = mine.then(over, over)
    last.set(key, settled)
    return mine
  }
}
