/** One course of events in order; each yield waits until that moment. */
export type Life = AsyncGenerator<Date, void, void>
/** The same, where the value returned at the end does not matter. */
export type LifeStory = AsyncGenerator<Date, unknown, void>

/**
 * Runs many courses on one clock, strictly in the order of time, up to `until`; later events do not happen. Two events
 * in the same second run in the order in which their courses began.
 */
export async function play(lives: readonly LifeStory[], until: Date, set: (now: Date) => void): Promise<void> {
  const waiting: { readonly at: Date; readonly order: number; readonly life: LifeStory }[] = []
  const resume = async (life: LifeStory, order: number, earliest: Date | null) => {
    const next = await life.next()
    if (next.done) return
    // Within one course no event comes before the previous one.
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
