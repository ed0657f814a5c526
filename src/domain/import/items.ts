import { squeezed } from './cells.ts'
import type { Item } from './rows.ts'

/** The catalogue's item that a wish names, by the longest of its names found in the text; null where none is. */
export function matchItem(text: string, items: readonly Item[]): string | null {
  return itemIn(text, items)?.item.id ?? null
}

export function itemIn(text: string, items: readonly Item[]): { readonly item: Item; readonly name: string } | null {
  const wish = squeezed(text)
  if (wish === '') return null
  return (
    longest(items, (name) => wish.includes(name)) ??
    // 想要个水壶 for 烧水壶: the whole of a short wish may be the end of a longer name.
    longest(items, (name) => bareWish(wish).length >= 2 && name.endsWith(bareWish(wish))) ??
    said(wish, items)
  )
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

function bareWish(wish: string): string {
  return wish.replace(/^(?:我)?(?:想要|需要|希望有|想有|想买|买|要|求)?(?:一|1)?(?:个|台|把|件|副|根|条|盒|箱|袋)?/, '')
}

/** How people say it when they do not name the thing: any item that has one of the words in a name. */
function said(wish: string, items: readonly Item[]) {
  for (const [shape, words] of sayings) {
    if (!shape.test(wish)) continue
    const found = words.flatMap((word) =>
      items.flatMap((item) => item.names.filter((name) => name.includes(word)).map((name) => ({ item, name }))),
    )
    if (found[0]) return found[0]
  }
  return null
}

const sayings: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /手机.*(?:学|教|不会|视频)|(?:学|教).*(?:手机|微信|视频)/,
    ['学手机', '教手机', '手机教学', '用手机', '智能手机', '手机'],
  ],
  [/灯.*(?:不亮|坏|换|修)|(?:换|修).*灯/, ['换灯', '修灯', '灯管', '灯泡', '灯']],
  [/(?:窗|门).*(?:漏风|透风|密封)/, ['密封条']],
  [/(?:陪|聊|说说话|解闷)/, ['聊天', '陪聊', '陪伴', '陪']],
  [/(?:剪|理|推)(?:头)?发|剪头|推头/, ['理发', '剪发']],
  [/(?:取|拿)药/, ['取药', '拿药']],
  [/(?:水管|水龙头|龙头).*(?:漏|坏|修|换)|修水/, ['水龙头', '水管']],
  [/(?:马桶|厕所|下水).*(?:堵|漏|修|通)/, ['马桶', '疏通', '下水']],
  [/油烟机.*洗|洗.*油烟机/, ['油烟机']],
  [/(?:擦|洗).*(?:玻璃|窗)/, ['擦玻璃', '擦窗', '玻璃']],
  [/打扫|大扫除|保洁|收拾屋/, ['打扫', '保洁', '清洁']],
  [/(?:花眼|老花)/, ['老花镜']],
  [/烧水|热水壶/, ['烧水壶', '水壶']],
]
