import type { Doubt, Problem } from '#domain/lists/problems.ts'
import type { NeedRow } from '#domain/lists/rows.ts'
import type { Quantity } from './amounts.ts'
import { plain, saysNothing } from './cells.ts'
import type { Item } from './items.ts'
import { itemIn } from './items.ts'
import { kindsOf, privateWordsIn, withoutPrivateWords, withPrivateWordsMarked } from './private-words.ts'
import { outOfScope } from './scope.ts'
import { outOfBrackets, saysBoth, unnumbered, wishesIn } from './split.ts'
import { type Amount, amountOf, withoutAmount } from './wish-amounts.ts'

export type ReadWish = NeedRow['wish'] & {
  readonly found: Item | null
  readonly amount: Amount
  readonly doubts: readonly Doubt[]
  readonly errors: readonly Problem[]
}

/** The wishes of one cell, each with its item, its specification, its doubts and its errors. */
export function readWishes(
  cell: string,
  about: {
    readonly quantity: Quantity
    /** The quantity as in the columns. */
    readonly counted?: string
    readonly note: string
    readonly specification: string
    readonly split: boolean
  },
  items: readonly Item[],
): readonly ReadWish[] {
  const { main, inside } = outOfBrackets(about.split ? unnumbered(cell) : cell)
  const remark = withoutPrivateWords(inside.join('；'))
  const aside = kindsOf(remark.found).map((code) => ({ code, where: 'remark' as const }))
  if (isEmptyWish(main)) return [{ ...nothing, remark: remark.kept, doubts: aside, errors: [{ code: 'empty-wish' }] }]

  const { texts, each, isOpen } = about.split
    ? wishesIn(main, about.quantity, about.note, items)
    : { texts: [main], each: null, isOpen: false }
  const beside = { column: about.quantity, columnWritten: about.counted ?? '', each, parts: texts.length }
  return texts.map((text) => {
    const item = itemIn(text, items)?.item ?? null
    const amount = amountOf(text, item, beside)
    const wish = readOne(
      withoutAmount(text, item),
      { ...about, said: text, aside: [...inside, about.specification].join('；') },
      items,
    )
    const open: readonly Doubt[] = [
      ...(isOpen ? [{ code: 'maybe-several' as const, written: text }] : []),
      ...(about.split && mayMeanRepair(text, item) ? [{ code: 'repair-or-new' as const, written: text }] : []),
    ]
    return { ...wish, amount, remark: remark.kept, doubts: [...wish.doubts, ...open, ...aside] }
  })
}

/**
 * A note typed for the claimer, without what must not be stored and without remarks about reading the list. The notes
 * of an imported list are never passed here.
 */
export function readNote(cell: string): { readonly note: string; readonly doubts: readonly Doubt[] } {
  if (!saysSomething(cell)) return { note: '', doubts: [] }
  const { kept, found } = withoutPrivateWords(cell)
  return {
    note: found.length > 0 ? kept : cell,
    doubts: kindsOf(found).map((code) => ({ code, where: 'remark' })),
  }
}

/** Whether a note contains anything a user should look at. */
export function saysSomething(note: string): boolean {
  return !saysNothing(note) && !saysBoth(note)
}

function isEmptyWish(text: string): boolean {
  return (
    saysNothing(text) ||
    /^(?:待(?:补充|定|核实|确认|填|完善|了解)|未填|未提供|没想好|不需要|无(?:需求|心愿|需要)|暂无(?:需求|心愿)|[?？]+)$/u.test(
      text,
    )
  )
}

function readOne(
  written: string,
  about: { readonly note: string; readonly specification: string; readonly aside: string; readonly said: string },
  items: readonly Item[],
): ReadWish {
  const match = itemIn(written, items)
  const specification = about.specification || specificationIn(written)
  const refused = outOfScope(about.said, { note: about.note, aside: about.aside, product: match?.name })
  // 申请低保: where the wish is about the policy itself, its name is not a private reason.
  const { text, doubts } = withoutReasons(written, match?.name ?? refused?.word ?? '', match?.item ?? null)
  return {
    text,
    item: match?.item.id ?? null,
    remark: '',
    specification,
    found: match?.item ?? null,
    amount: nothing.amount,
    doubts: [
      ...(refused ? [] : doubts),
      ...([...text].length > 200 ? [{ code: 'long-text' as const, length: [...text].length }] : []),
    ],
    errors: refused ? [{ code: 'out-of-scope', ...refused }] : [],
  }
}

/**
 * 有糖尿病，想要血糖仪 → 想要血糖仪; 因某某想要拐杖 → 想要拐杖, whatever the reason. Where nothing else remains, the item's own name replaces it;
 * in free words a mark, and a user rewrites them.
 */
function withoutReasons(
  written: string,
  name: string,
  item: Item | null,
): { readonly text: string; readonly doubts: readonly Doubt[] } {
  const words = privateWordsIn(written, name)
  const doubts = kindsOf(words).map((code) => ({ code, where: 'wish' as const }))
  const clauses = written.split(/[，,；;。]|\s+/u).filter(Boolean)
  if (item === null) {
    if (words.length === 0) return { text: written, doubts }
    const open = clauses.filter((clause) => privateWordsIn(clause, name).length === 0).join('，')
    const saysWhat = /[想要需买换修帮请给配送装]|希望/u.test(open)
    return { text: saysWhat ? open : withPrivateWordsMarked(written, name), doubts }
  }
  const isReason = (clause: string) => clauses.length > 1 && /^(?:因|由于|鉴于|患|得了)/u.test(clause)
  const clean = clauses
    .map((clause) => clause.replace(/^(?:因|由于|鉴于).{1,12}?(?=想|要|需|求|希望)/u, ''))
    .filter((clause) => !isReason(clause) && privateWordsIn(clause, name).length === 0)
  if (words.length === 0 && clean.join('') === clauses.join('')) return { text: written, doubts }
  const kept = clean.join('，')
  return { text: kept && itemIn(kept, [item]) ? kept : (item.names[0] ?? name), doubts }
}

/** 300度, 1.8L, 40码, 5W … as written next to the item. */
function specificationIn(text: string): string {
  const found = plain(text).match(
    /\d+(?:\.\d+)?\s*(?:度|码|寸|升|毫升|厘米|公分|cm|mm|ml|kg|公斤|斤|[lw瓦v])(?![a-z])|\b(?:xs|s|m|l|xl|x{2,3}l)码?\b/giu,
  )
  return found?.join(' ').replace(/(\d)\s+/g, '$1') ?? ''
}

/** 水壶坏了: a repair, or a new one? Bringing 电热毯 is in the catalogue, while 修 is a different wish. */
function mayMeanRepair(text: string, item: Item | null): boolean {
  if (item && item.category !== 'goods') return false
  if (item && /修/u.test(text)) return true
  const isBroken = /坏|破了|不(?:转|亮|响|热|制冷|通电|能用|好用|出水|走了?|工作|灵)|用不了|没反应|漏/u.test(text)
  return isBroken && !/[修换买装]|想要|需要|(?<!不)要|新的/u.test(text)
}

const nothing: ReadWish = {
  text: '',
  item: null,
  remark: '',
  specification: '',
  found: null,
  amount: { count: 1, measure: '', content: '', asks: '' },
  doubts: [],
  errors: [],
}
