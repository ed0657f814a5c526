import type { Quantity } from './amounts.ts'
import { hanNumber, numberOf, numberPattern, plain, squeezed } from './cells.ts'
import type { Item } from './items.ts'
import { goodsIn, itemIn } from './items.ts'
import { amountsIn, type Said } from './wish-amounts.ts'

/** "膏药（颈肩痛用）" → the wish, and the words in brackets. An unclosed bracket extends to the end. */
export function outOfBrackets(text: string): { readonly main: string; readonly inside: readonly string[] } {
  const inside: string[] = []
  const main = text.replace(/[（(【[]([^（(【[）)】\]]*)(?:[）)】\]]|$)/gu, (_, words: string) => {
    if (words.trim()) inside.push(words.trim())
    return ' '
  })
  return {
    main: main
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/\s*\n\s*/gu, '\n')
      .replace(/^[、，,；;。]+|[、，,；;。]+$/gu, '')
      .trim(),
    inside,
  }
}

/** Puts each numbered part on a line of its own, for every way of numbering in lists: ①, （1）, 1、…2、…, 一、…二、…. */
export function unnumbered(cell: string): string {
  const text = cell
    .replace(/[①-⑳⒈-⒛]|[⑴-⒇]/gu, '\n')
    .replace(/[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[）)]/gu, '\n')
  return [digitsInFront, hanInFront].reduce(withoutSeries, text).trim()
}

const digitsInFront = /(?<![\d.])(\d{1,2})\s*(?:[、)）]|[.．:：](?!\d))/gu
const hanInFront = /第?([一二三四五六七八九十])(?:是|\s*[、.．:：，,])/gu

/** Only a series that starts the text with one and continues with two: 1.8L电水壶 and a single 一、 are not numbered. */
function withoutSeries(text: string, mark: RegExp): string {
  const found = [...text.matchAll(mark)]
  const first = found[0]
  if (!first || first.index !== text.search(/\S/u)) return text
  let next = 1
  const series = found.filter(({ 1: written }) => {
    const isNext = (hanNumber(written ?? '') ?? Number(written)) === next
    if (isNext) next += 1
    return isNext
  })
  if (series.length < 2) return text
  const starts = new Set(series.map(({ index }) => index))
  return text.replace(mark, (sign, _, at: number) => (starts.has(at) ? '\n' : sign))
}

type Split = {
  readonly texts: readonly string[]
  /** 各一台 after several items: this many of each. */
  readonly each: Said | null
  /** Whether the remaining text may be several wishes, or a choice between some. */
  readonly isOpen: boolean
}

/**
 * One cell → its wishes. Split only where every part is a different catalogue item, or the list itself says that there
 * are several (各1, 两样都要); 窗户漏风，想贴密封条 stays one. A list of partly unknown items, or two items without a separator, stays
 * one row with a question.
 */
export function wishesIn(whole: string, quantity: Quantity, note: string, items: readonly Item[]): Split {
  const { main, each } = withoutEach(whole)
  const isEach = each !== null || quantity.each || saysBoth(note)
  const inOne = /^米[面油蛋奶]{1,3}$/u.test(main) ? [...main] : []
  if (inOne.length > 0) return { texts: inOne.map(nameOfStaple), each, isOpen: false }

  const listed = partsOf(main, /[、；;/+＋&\n]/u)
  if (listed.length > 1 && allDifferent(listed, items)) return { texts: listed.map(nameOfStaple), each, isOpen: false }
  const joined = partsOf(main, isEach ? allJoints : /[、，,；;/+＋&\n]|[和及与]|还要|另外|顺便|顺带/u)
  if (joined.length > 1 && allDifferent(joined, items)) return { texts: joined.map(nameOfStaple), each, isOpen: false }
  const spaced = partsOf(main, /[、，,；;/+＋&\s]/u)
  if (spaced.length > 1 && allDifferent(spaced, items)) return { texts: spaced.map(nameOfStaple), each, isOpen: false }
  const texts = listed.length > 1 ? listed : joined
  if (isEach && texts.length > 1) return { texts: texts, each, isOpen: false }
  return {
    texts: [whole.replace(/\n/gu, ' ')],
    each: null,
    isOpen:
      each !== null ||
      (listed.length > 1 && !isOneThing(listed, items)) ||
      (joined.length > 1 && besides.test(main)) ||
      goodsIn(main, items).length > 1,
  }
}

/** 帮忙修水管，顺便换灯泡: two requests, one of which may not be in the catalogue. */
const besides = /还要|还想|另外|顺便|顺带|再[来买要]/u
const allJoints = /[、，,；;/+＋&\n和及与]/u

/** 大米和食用油各一, 血压计、血糖仪各一台 → the items, and how many of each. */
function withoutEach(text: string): { readonly main: string; readonly each: Said | null } {
  const found = new RegExp(`[，,\\s]*各(?:要|需|来)?(${numberPattern})([\\p{Script=Han}]{0,2})$`, 'u').exec(text)
  const count = numberOf(found?.[1] ?? '')
  if (!found || count === null || !Number.isInteger(count) || count < 1) return { main: text, each: null }
  return { main: text.slice(0, found.index), each: { count, measure: found[2] ?? '', written: found[0] } }
}

/** 电饭锅/电饭煲: two names of one item. */
const isOneThing = (parts: readonly string[], items: readonly Item[]): boolean =>
  new Set(parts.map((part) => itemIn(plain(part), items)?.item.id ?? part)).size === 1

/** 米、面、油 together are three staples; 油 or 面 alone may be anything. */
function nameOfStaple(part: string): string {
  const bare = stapleIn(part)
  return bare ? part.replace(bare, staples[bare] ?? bare) : part
}

function stapleIn(part: string): string | null {
  const bare = amountsIn(part)
    .reduce((text, { written }) => text.replace(written, ''), plain(part))
    .replace(/^(?:最好|顺便|顺带|另外|还要?|再|以及|并且?|想要|需要|要|有|来)+/u, '')
    .trim()
  return bare in staples ? bare : null
}

const staples: Readonly<Record<string, string>> = { 米: '大米', 面: '面粉', 油: '食用油', 蛋: '鸡蛋', 奶: '牛奶' }

/** 两样都要, 都要, 各一份: a remark about how to read the cell, not for the claimer. */
export function saysBoth(note: string): boolean {
  return /^(?:这)?(?:[两二三几]?[样种个件项])?(?:全部)?(?:都|均|全)(?:需)?要[。！!]?$/u.test(squeezed(note))
}

function partsOf(main: string, at: RegExp): readonly string[] {
  return main
    .split(at)
    .map((part) => part.replace(/^[，,。\s]+|[，,。\s]+$/gu, ''))
    .filter((part) => /\p{L}|\p{N}/u.test(part))
}

function allDifferent(parts: readonly string[], items: readonly Item[]): boolean {
  const ids = parts.map((part) => itemIn(plain(nameOfStaple(part)), items)?.item.id)
  return ids.every((id) => id !== undefined) && new Set(ids).size === parts.length
}
