import { catalogue, type ItemId } from '#domain/catalogue/catalogue.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Repeat, Urgency } from '#domain/vocabulary.ts'

/** A possible wish, as a grid worker would write it down. */
export type Thing = {
  readonly itemId: ItemId | null
  readonly category: Category
  readonly quantity: number
  readonly measure: string
  readonly valueFen: number
  readonly urgency: Urgency
  readonly specification: string
  /** For the claimer only. */
  readonly note: string
  /** Free text, private, and the title that the secretary confirmed for it. */
  readonly words: string
  readonly publicText: string
  readonly season: 'cold' | 'hot' | null
  readonly every?: Repeat
}

type More = Partial<Pick<Thing, 'quantity' | 'urgency' | 'note' | 'season' | 'every'>>

export function item(itemId: ItemId, specification: string, more: More = {}): Thing {
  const { category, measure, usualFen } = catalogue.find(({ id }) => id === itemId) as (typeof catalogue)[number]
  const quantity = more.quantity ?? 1
  const plain = { urgency: 'blue', note: '', words: '', publicText: '', season: null } as const
  return { ...plain, itemId, category, measure, quantity, valueFen: usualFen * quantity, specification, ...more }
}

type Free = Pick<Thing, 'category' | 'words' | 'publicText' | 'valueFen'> & { readonly urgency?: Urgency }

export const free = ({ urgency = 'blue', ...rest }: Free): Thing => {
  const plain = { itemId: null, quantity: 1, measure: 'time', specification: '', note: '', season: null } as const
  return { ...plain, urgency, ...rest }
}
