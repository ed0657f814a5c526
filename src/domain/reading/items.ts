import type { Category, Measure } from '#domain/catalogue/catalogue-codes.ts'
import { squeezed } from './cells.ts'

/** An entry of the catalogue, as far as reading a list needs it. `usualFen` is what one usually costs, in fen. */
export type Item = {
  readonly id: string
  readonly category: Category
  readonly usualFen: number
  readonly measure: Measure
  readonly names: readonly string[]
}

/**
 * The catalogue item that a wish names, by the longest of its names contained in the text; null where there is none.
 */
export function itemIn(text: string, items: readonly Item[]): Match | null {
  // 代取降压药 means fetching medicine, whatever the medicine.
  const wish = squeezed(wanted(text)).replace(/([取拿])\p{Script=Han}{1,6}药/u, '$1药')
  if (wish === '') return null
  const found = named(items).find(({ bare }) => wish.includes(bare))
  return found ?? ending(bareWish(wish), items)
}

/** 不要牛奶，要鸡蛋: what is declined names no item. */
function wanted(text: string): string {
  const clauses = text.split(/[,，;；。、\s]+/u)
  return clauses.filter((clause) => !/^(?:我|他|她|老人)?(?:不(?:想)?要|不需要|已经?有)/u.test(clause)).join(' ')
}

/** The different goods that a text names: 大米食用油, 牛奶或鸡蛋. A longer name hides the shorter ones contained in it. */
export function goodsIn(text: string, items: readonly Item[]): readonly string[] {
  const found = new Set<string>()
  let rest = squeezed(wanted(text))
  for (const { item, bare } of named(items)) {
    if (!rest.includes(bare)) continue
    rest = rest.replaceAll(bare, ' ')
    if (item.category === 'goods') found.add(item.id)
  }
  return [...found]
}

type Match = { readonly item: Item; readonly name: string }
type Named = Match & { readonly bare: string }

/** 想要个水壶 for 烧水壶: a short wish may be the end of a longer name, if the names of only one item end so. */
function ending(wish: string, items: readonly Item[]): Match | null {
  const found = wish.length < 2 ? [] : named(items).filter(({ bare }) => bare.endsWith(wish))
  const [first] = found
  return first && found.every(({ item }) => item === first.item) ? { item: first.item, name: wish } : null
}

function bareWish(wish: string): string {
  return wish.replace(/^(?:我)?(?:想要|需要|希望有|想有|想买|买|要|求)?(?:一|1)?(?:个|台|把|件|副|根|条|盒|箱|袋)?/, '')
}

/**
 * All names, longest first. Cached per catalogue, because a list of thousands of rows needs them thousands of times.
 */
function named(items: readonly Item[]): readonly Named[] {
  const known = cache.get(items)
  if (known) return known
  const names = items
    .flatMap((item) => item.names.map((name) => ({ item, name, bare: squeezed(name) })))
    .filter(({ bare }) => bare !== '')
    .sort((one, other) => other.bare.length - one.bare.length)
  cache.set(items, names)
  return names
}

const cache = new WeakMap<readonly Item[], readonly Named[]>()
