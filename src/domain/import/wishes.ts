import type { Quantity } from './amounts.ts'
import { plain, saysNothing } from './cells.ts'
import { itemIn } from './items.ts'
import { privateWordsIn, withoutPrivateWords } from './private-words.ts'
import type { Doubt, Problem } from './problems.ts'
import type { Item, NeedRow } from './rows.ts'
import { outOfScope } from './scope.ts'
import { outOfBrackets, saysBoth, wishesIn } from './split.ts'

export type ReadWish = NeedRow['wish'] & {
  readonly found: Item | null
  readonly doubts: readonly Doubt[]
  readonly errors: readonly Problem[]
}

/** The wishes of one cell, each with its item, its specification and what is wrong with it. */
export function readWishes(
  cell: string,
  about: {
    readonly quantity: Quantity
    readonly note: string
    readonly specification: string
    readonly split: boolean
  },
  items: readonly Item[],
): readonly ReadWish[] {
  const { main, inside } = outOfBrackets(cell)
  const remark = withoutPrivateWords(inside.join('；'))
  const aside = remark.found.map((found) => ({ ...found, where: 'remark' as const }))
  if (isEmptyWish(main)) return [{ ...nothing, remark: remark.kept, doubts: aside, errors: [{ code: 'empty-wish' }] }]

  const texts = about.split ? wishesIn(main, about.quantity, about.note, items) : [main]
  return texts.map((text) => {
    const wish = readOne(text, { ...about, aside: [...inside, about.specification].join('；') }, items)
    return { ...wish, remark: remark.kept, doubts: [...wish.doubts, ...aside] }
  })
}

/** A note for the claimer without what must not be kept and without directions for reading the list. */
export function readNote(cell: string): { readonly note: string; readonly doubts: readonly Doubt[] } {
  if (saysNothing(cell) || saysBoth(cell)) return { note: '', doubts: [] }
  const { kept, found } = withoutPrivateWords(cell)
  return { note: found.length > 0 ? kept : cell, doubts: found.map((word) => ({ ...word, where: 'remark' })) }
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
  about: { readonly note: string; readonly specification: string; readonly aside: string },
  items: readonly Item[],
): ReadWish {
  const match = itemIn(written, items)
  const specification = about.specification || specificationIn(written)
  const { text, doubts } = withoutReasons(written, match?.name ?? '', match?.item ?? null)
  const refused = outOfScope(written, { note: about.note, aside: about.aside, product: match?.name })
  return {
    text,
    item: match?.item.id ?? null,
    remark: '',
    specification,
    found: match?.item ?? null,
    doubts: [
      ...(refused ? [] : doubts),
      ...([...text].length > 200 ? [{ code: 'long-text' as const, length: [...text].length }] : []),
    ],
    errors: refused ? [{ code: 'out-of-scope', ...refused }] : [],
  }
}

/** 有糖尿病，想要血糖仪 → 想要血糖仪. Where nothing else is left, the thing's own name stands for it. */
function withoutReasons(
  written: string,
  name: string,
  item: Item | null,
): { readonly text: string; readonly doubts: readonly Doubt[] } {
  const words = privateWordsIn(written, name)
  if (words.length === 0) return { text: written, doubts: [] }

  const doubts = words.map((word) => ({ ...word, where: 'wish' as const }))
  const clean = written.split(/[，,；;。]|\s+/u).filter((clause) => clause && privateWordsIn(clause, name).length === 0)
  const kept = clean.join('，')
  if (item === null) return { text: written, doubts }
  return { text: kept && itemIn(kept, [item]) ? kept : (item.names[0] ?? name), doubts }
}

/** 300度, 1.8L, 40码, 5W … as written beside the thing. */
function specificationIn(text: string): string {
  const found = plain(text).match(
    /\d+(?:\.\d+)?\s*(?:度|码|寸|升|毫升|厘米|公分|cm|mm|ml|kg|公斤|斤|[lw瓦v])(?![a-z])|\b(?:xs|s|m|l|xl|x{2,3}l)码?\b/giu,
  )
  return found?.join(' ').replace(/(\d)\s+/g, '$1') ?? ''
}

const nothing: ReadWish = { text: '', item: null, remark: '', specification: '', found: null, doubts: [], errors: [] }
