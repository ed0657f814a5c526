import type { CatalogueRow, Category, Measure, Strength } from './catalogue-codes.ts'
import { goods } from './catalogue-goods.ts'
import { catalogueNames } from './catalogue-names.ts'
import { companies, errands, repairs } from './catalogue-services.ts'

const rows = { ...goods, ...repairs, ...errands, ...companies }

export type ItemId = keyof typeof rows

/** The icons that items need; the compiler checks that each is drawn. */
export type ItemIcon = (typeof rows)[ItemId]['icon'] | 'gift'

export type Item = {
  /** Stable: stored in wishes, exports and addresses. */
  readonly id: ItemId
  readonly category: Category
  readonly icon: ItemIcon
  /** The usual price of one, in fen; for repairs the parts alone; 0 where nothing has to be bought. */
  readonly usualFen: number
  readonly measure: Measure
  /** Chinese names for matching imported text, the main one first. */
  readonly names: readonly string[]
  readonly strengths: readonly Strength[]
}

export const catalogue: readonly Item[] = [
  ...itemsOf('goods', goods),
  ...itemsOf('repair', repairs),
  ...itemsOf('errand', errands),
  ...itemsOf('company', companies),
]

/** The icon on the card of a wish in free words. */
export const categoryIcons = {
  goods: 'gift',
  repair: 'tool',
  errand: 'basket',
  company: 'chat',
} as const satisfies Record<Category, ItemIcon>

const byId: ReadonlyMap<string, Item> = new Map(catalogue.map((item) => [item.id, item]))

export function isItemId(value: unknown): value is ItemId {
  return typeof value === 'string' && byId.has(value)
}

export function itemById(id: ItemId): Item
export function itemById(id: string): Item | undefined
export function itemById(id: string): Item | undefined {
  return byId.get(id)
}

function itemsOf<Id extends ItemId>(
  category: Category,
  group: Readonly<Record<Id, CatalogueRow & { icon: ItemIcon }>>,
): readonly Item[] {
  return (Object.keys(group) as Id[]).map((id) => ({ id, category, names: catalogueNames[id], ...group[id] }))
}
