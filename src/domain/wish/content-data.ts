import type { AgeBand, Repeat } from '#domain/vocabulary.ts'
import type { Content, Wish } from './wish.ts'
import type { EventData } from './wish-events.ts'

/** What is wished for, as an event stores it. Category, urgency, source and grid are columns of every event. */
export const contentData = ({ itemId, quantity, measure, valueFen, ageBand, every = null }: Content): EventData => ({
  itemId,
  quantity,
  measure,
  valueFen,
  ageBand,
  every,
})

export const contentOf = (
  data: EventData,
): Pick<Wish, 'itemId' | 'quantity' | 'measure' | 'valueFen' | 'ageBand' | 'every'> => ({
  itemId: data.itemId as string | null,
  quantity: data.quantity as number,
  measure: data.measure as string,
  valueFen: data.valueFen as number | null,
  ageBand: data.ageBand as AgeBand | null,
  every: (data.every ?? null) as Repeat | null,
})
