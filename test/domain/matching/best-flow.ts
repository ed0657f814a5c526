import type { Choice, Market } from '#domain/matching/choose-together.ts'

type Edge = {
  readonly to: number
  room: number
  readonly cost: number
  readonly back: number
  readonly choice: Choice | null
}

/**
 * The most that a market is worth, by successive shortest paths: the minimum-cost flow from the offers' places to the
 * people's room, each next invitation of a person dearer than the one before. Slow and exact: the oracle of the tests.
 */
export function bestFlow(market: Market): readonly Choice[] {
  const { offers, people, valueFor, lotOf, price } = market
  const graph: Edge[][] = []
  const node = () => graph.push([]) - 1
  const link = (from: number, to: number, room: number, cost: number, choice: Choice | null = null) => {
    const [there, back] = [graph[from] as Edge[], graph[to] as Edge[]]
    there.push({ to, room, cost, back: back.length, choice })
    back.push({ to: from, room: 0, cost: -cost, back: there.length - 1, choice: null })
  }
  const [source, sink] = [node(), node()]
  const nodes = people.map(({ left, mayPlain, asked }) => {
    const [all, plain] = [node(), node()]
    for (let n = 0; n < left; n++) link(all, sink, 1, price * (asked + n))
    link(plain, all, mayPlain ? 1 : 0, 0)
    return { all, plain }
  })
  for (const [offer, { places, isUrgent }] of offers.entries()) {
    const own = node()
    link(source, own, places, 0)
    for (const [person, { all, plain }] of nodes.entries()) {
      const value = valueFor(offer, person)
      if (value > 0) link(own, isUrgent ? all : plain, 1, -value - lotOf(offer, person) * 1e-6, { offer, person })
    }
  }
  while (pushOne(graph, source, sink));
  return graph.flatMap((edges) => edges.flatMap(({ choice, room }) => (choice && room === 0 ? [choice] : [])))
}

/** Bellman and Ford: one unit along the cheapest way, as long as it costs less than nothing. */
function pushOne(graph: readonly Edge[][], source: number, sink: number): boolean {
  const costs = graph.map(() => Number.POSITIVE_INFINITY)
  const via: (Edge | undefined)[] = []
  costs[source] = 0
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const [from, edges] of graph.entries())
      for (const edge of edges) {
        const cost = (costs[from] as number) + edge.cost
        if (edge.room > 0 && cost < (costs[edge.to] as number) - 1e-9) {
          costs[edge.to] = cost
          via[edge.to] = edge
          hasChanged = true
        }
      }
  }
  if ((costs[sink] as number) >= -1e-9) return false
  for (let at = sink; at !== source; ) {
    const edge = via[at] as Edge
    const back = (graph[edge.to] as Edge[])[edge.back] as Edge
    edge.room -= 1
    back.room += 1
    at = back.to
  }
  return true
}

/** What choices are worth: their values less the price of each earlier invitation. */
export function worthOf({ valueFor, people, price }: Market, choices: readonly Choice[]): number {
  const counts = people.map(({ asked }) => asked)
  return choices.reduce((sum, { offer, person }) => {
    const earlier = counts[person] as number
    counts[person] = earlier + 1
    return sum + valueFor(offer, person) - price * earlier
  }, 0)
}
