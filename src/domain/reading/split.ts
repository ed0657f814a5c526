import type { Quantity } from './amounts.ts'
import { plain, squeezed } from './cells.ts'
import type { Item } from './items.ts'
import { itemIn } from './items.ts'

/** "膏药（颈肩痛用）" → what is wished, and what stood in brackets. An unclosed bracket runs to the end. */
export function outOfBrackets(text: string): { readonly main: string; readonly inside: readonly string[] } {
  const inside: string[] = []
  const main = text.replace(/[（(【[]([^（(【[）)】\]]*)(?:[）)】\]]|$)/gu, (_, words: string) => {
    if (words.trim()) inside.push(words.trim())
    return ' '
  })
  return {
    main: main
      .replace(/\s+/gu, ' ')
      .replace(/^[、，,；;。]+|[、，,；;。]+$/gu, '')
      .trim(),
    inside,
  }
}

/**
 * One cell → its wishes. Split only where every part is a different thing of the catalogue, or the list itself says
 * that there are several (各1, 两样都要); 窗户漏风，想贴密封条 stays one.
 */
export function wishesIn(main: string, quantity: Quantity, note: string, items: readonly Item[]): readonly string[] {
  const listed = partsOf(main, /[、，,；;/+＋&\n]|\s\d[.、]|[①-⑨]/u)
  if (listed.length > 1 && (quantity.each || saysBoth(note) || allDifferent(listed, items))) return listed

  const joined = partsOf(main, /[、，,；;/+＋&\n和及与]|还要|另外/u)
  return joined.length > 1 && allDifferent(joined, items) ? joined : [main]
}

/** 两样都要, 都要, 各一份: a remark about how to read the cell, not for the claimer. */
export function saysBoth(note: string): boolean {
  return /^(?:这)?(?:[两二三几]?[样种个件项])?(?:全部)?(?:都|均|全)(?:需)?要[。！!]?$/u.test(squeezed(note))
}

function partsOf(main: string, at: RegExp): readonly string[] {
  return main
    .split(at)
    .map((part) => part.trim())
    .filter((part) => /\p{L}|\p{N}/u.test(part))
}

function allDifferent(parts: readonly string[], items: readonly Item[]): boolean {
  const ids = parts.map((part) => itemIn(plain(part), items)?.item.id)
  return ids.every((id) => id !== undefined) && new Set(ids).size === parts.length
}
