type Entry = { readonly at: number; readonly turn: number; readonly run: () => void }

/** What happens when, in order of time; at the same time in the order in which it was entered. */
export function agenda() {
  const entries: Entry[] = []
  let turn = 0
  return {
    add(at: Date, run: () => void): void {
      const entry = { at: at.getTime(), turn: turn++, run }
      let [low, high] = [0, entries.length]
      while (low < high) {
        const middle = (low + high) >> 1
        // The latest first, so that the next one is taken from the end.
        if ((entries[middle] as Entry).at > entry.at) low = middle + 1
        else high = middle
      }
      entries.splice(low, 0, entry)
    },
    runUntil(until: Date, setNow: (at: Date) => void): void {
      for (let next = entries.at(-1); next && next.at < until.getTime(); next = entries.at(-1)) {
        entries.pop()
        setNow(new Date(next.at))
        next.run()
      }
    },
  }
}
