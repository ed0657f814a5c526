import type { Measure } from '#domain/catalogue/catalogue-codes.ts'

type Sort = 'single' | 'packed' | 'done'

/** The words in lists for each measure of the catalogue. */
const words: Readonly<Record<Measure, readonly [Sort, string]>> = {
  piece: ['single', '个 只 件 口 盏 顶 枚 本 面 扇 幅 份 样'],
  box: ['packed', '盒 小盒'],
  carton: ['packed', '箱'],
  pack: ['packed', '包'],
  bag: ['packed', '袋'],
  bottle: ['packed', '瓶'],
  jug: ['packed', '桶'],
  tray: ['packed', '盘 板'],
  patch: ['packed', '贴'],
  bundle: ['packed', '提'],
  roll: ['packed', '卷'],
  tin: ['packed', '罐 听'],
  set: ['single', '套'],
  pair: ['single', '双 对'],
  spectacles: ['single', '副 付'],
  bed: ['single', '床'],
  strip: ['single', '条'],
  sheet: ['single', '块 张 片'],
  stick: ['single', '根'],
  stem: ['single', '支'],
  handle: ['single', '把'],
  machine: ['single', '台 辆 架'],
  handset: ['single', '部'],
  time: ['done', '次 回 趟 人次'],
  hour: ['done', '小时 钟头'],
}
const weights = '斤 公斤 千克 克 吨 两重 kg g l ml 升 毫升 米'.split(' ')
const codes = Object.keys(words) as Measure[]

/**
 * Every measure word that may follow a number in a sentence, longest first. 面, 口 and 样 are left out because they often
 * mean something else.
 */
export const measureWords: readonly string[] = [
  ...codes.flatMap((code) => words[code][1].split(' ')).filter((word) => !'面口样'.includes(word)),
  ...weights.filter((word) => word !== '米'),
].sort((one, other) => other.length - one.length)

/** 盒 → box; null for a word that is not a measure of the catalogue. */
export function measureOf(written: string): Measure | null {
  return codes.find((code) => words[code][1].split(' ').includes(written)) ?? null
}

/** The catalogue's word for a measure, as lists write it. */
export function wordOf(measure: Measure): string {
  return words[measure][1].split(' ')[0] ?? ''
}

/** Whether one counts a thing, what it comes packed in, or how often something is done. */
export const sortOf = (measure: Measure): Sort => words[measure][0]

/** True for 次 or 小时: how often or how long something is done. */
export function isDone(written: string): boolean {
  const code = measureOf(written)
  return code !== null && words[code][0] === 'done'
}

/** True for 10斤 or 5L: a content, not a count. */
export function isWeight(written: string): boolean {
  return weights.includes(written.toLowerCase())
}

/** Whether the written measure suits the item. 轮椅 5盒 does not: one of the two is a mistake. */
export function measureFits(written: string, usual: Measure): boolean {
  const code = measureOf(written)
  if (written === '') return true
  if (code === null) return isWeight(written)
  if ('个份样'.includes(written)) return words[usual][0] !== 'done'
  return words[code][0] === words[usual][0]
}

/** 个 is the word for anything counted singly; for what comes packed it is another measure, and stays. */
export function measureFor(written: string, usual: Measure | null): Measure {
  const code = measureOf(written)
  if (usual && (code === null || (code === 'piece' && measureFits('台', usual)))) {
    return written === '' || code === 'piece' || usual === 'piece' ? usual : 'piece'
  }
  return code ?? usual ?? 'piece'
}
