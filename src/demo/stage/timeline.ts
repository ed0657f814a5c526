/** A life told in order; each yield waits until that moment. */
export type Life = AsyncGenerator<Date, void, void>
/** The same, where it does not matter what a life hands on at its end. */
export type LifeStory = AsyncGenerator<Date, unknown, void>

/**
 * Tells many lives at once on one clock, strictly in the order of time, up to `until`; what would come later has not
 * happened yet. Two at the same second go in the order in which they were begun.
 */
export async function play(lives: readonly LifeStory[], until: Date, set: (now: Date) => void): Promise<void> {
  const waiting: { readonly at: Date; readonly order: number; readonly life: LifeStory }[] = []
  const resume = async (life: LifeStory, order: number, earliest: Date | null) => {
    const next = await life.next()
    if (next.done) return
    // Nobody can do a thing before the last thing they did.
    const at = earliest && next.value < earliest ? earliest : next.value
    waiting.push({ at, order, life })
  }

  for (const [order, life] of lives.entries()) await resume(life, order, null)
  for (;;) {
    waiting.sort((a, b) => b.at.getTime() - a.at.getTime() || b.order - a.order)
    const next = waiting.pop()
    if (!next || next.at > until) return
    set(next.at)
    await resume(next.life, next.order, next.at)
  }
}
