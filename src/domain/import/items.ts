import { squeezed } from './cells.ts'
import type { Item } from './rows.ts'

/** The catalogue's item that a wish names, by the longest of its names found in the text; null where none is. */
export function matchItem(text: string, items: readonly Item[]): string | null {
  return itemIn(text, items)?.item.id ?? null
}

export function itemIn(text: string, items: readonly Item[]): { readonly item: Item; readonly name: string } | null {
  // 代取降压药 is fetching medicine, whichever it is.
  const wish = squeezed(text).replace(/([取拿])\p{Script=Han}{1,6}药/u, '$1药')
  if (wish === '') return null
  return longest(items, (name) => wish.includes(name)) ?? ending(bareWish(wish), items)
}

function longest(items: readonly Item[], holds: (name: string) => boolean) {
  const found = items.flatMap((item) =>
    item.names.filter((name) => name && holds(squeezed(name))).map((name) => ({ item, name })),
  )
  return found.reduce<(typeof found)[number] | null>(
    (best, one) => (best && best.name.length >= one.name.length ? best : one),
    null,
  )
}

/** 想要个水壶 for 烧水壶: a short wish may be the end of a longer name, if only one thing's names end so. */
function ending(wish: string, items: readonly Item[]) {
  const found = wish.length < 2 ? [] : items.filter(({ names }) => names.some((name) => squeezed(name).endsWith(wish)))
  const [item] = found
  return item && found.length === 1 ? { item, name: wish } : null
}

function bareWish(wish: string): string {
  return wish.replace(/^(?:我)?(?:想要|需要|希望有|想有|想买|买|要|求)?(?:一|1)?(?:个|台|把|件|副|根|条|盒|箱|袋)?/, '')
}
