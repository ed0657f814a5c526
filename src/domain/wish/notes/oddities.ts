import { catalogue, itemById } from '#domain/catalogue/catalogue.ts'
import type { Category, Measure } from '#domain/catalogue/catalogue-codes.ts'
import { estimateOf } from '#domain/reading/estimates.ts'
import { type Item, itemIn } from '#domain/reading/items.ts'
import { isDone, isWeight, measureFits, measureFor, measureOf, sortOf, wordOf } from '#domain/reading/measures.ts'
import { amountsIn, isAboutWork } from '#domain/reading/wish-amounts.ts'

/** What about a wish has to be explained before the public sees it. Money in fen. */
export type Oddity =
  /** 轮椅 5盒: the measure does not suit the item. `measure` is null where no measure of the catalogue is meant. */
  | {
      readonly code: 'measure'
      readonly itemId: string | null
      readonly count: number
      readonly measure: Measure | null
      readonly written: string
    }
  | { readonly code: 'many'; readonly count: number; readonly usual: number }
  /** The number of one item for one household within a year, this wish included. */
  | { readonly code: 'often'; readonly itemId: string; readonly count: number }
  /** Far more than it usually costs, or more than the limit; null where that one is not the reason. */
  | {
      readonly code: 'dear'
      readonly valueFen: number
      readonly usualFen: number | null
      readonly limitFen: number | null
    }

/** What is asked for, as it was counted: by a form or by a line of a list. */
type Counted = {
  readonly item: Item | null
  /** The numbers with their measure words as written; no word where none is said. */
  readonly amounts: readonly { readonly count: number; readonly measure: string }[]
  readonly quantity: number
  readonly measure: Measure
  readonly specification: string
  /** Of the whole wish; null where it is not known. */
  readonly valueFen: number | null
}

/** What the household has asked for within a year besides this wish: of the same item. */
type YearOf = { readonly wishes: number; readonly pieces: number }
export const noneThisYear: YearOf = { wishes: 0, pieces: 0 }
export const daysOfYear = 365

/** The wishes of the household that ask for this item. */
export function yearOf(item: Item | null, wishes: readonly Before[]): YearOf {
  const same = wishes.filter((wish) => item !== null && thingOf(wish)?.id === item.id)
  return { wishes: same.length, pieces: same.reduce((sum, { quantity }) => sum + quantity, 0) }
}

/** A wish of the household, as far as it is counted. */
export type Before = Pick<Written, 'itemId' | 'category' | 'words' | 'quantity'>
type Against = { readonly limitFen: number; readonly year: YearOf }

/** The one check of odd and expensive wishes: a list, a posting, an amendment and publishing all ask it. */
export function odditiesOf(counted: Counted, { limitFen, year }: Against): readonly Oddity[] {
  return [...wrongMeasure(counted), ...tooMany(counted), ...tooOften(counted, year), ...tooDear(counted, limitFen)]
}

function wrongMeasure({ item, amounts }: Counted): readonly Oddity[] {
  const odd = amounts.find(({ measure }) => measure !== '' && !suits(measure, item))
  if (!odd) return []
  const { count, measure } = odd
  const fresh = { count, measure: measureOf(measure), written: `${count}${measure}` }
  return [{ code: 'measure', itemId: item?.id ?? null, ...fresh }]
}

const suits = (measure: string, item: Item | null): boolean =>
  item ? measureFits(measure, item.measure) : measureOf(measure) !== null || isWeight(measure)

/**
 * The most of an item that one wish usually asks for. A couple needs two of what lasts, and some have a second home; what
 * is used up comes by the dozen, and naan, eggs or small boxes of milk are counted one by one.
 */
const mostUsual = { single: 4, packed: 12, done: 4 } as const
const mostSmall = 40
const mostUnknown = 12
const smallFen = 10_00

function tooMany({ item, amounts }: Counted): readonly Oddity[] {
  const odd = amounts
    .filter(({ measure }) => !isWeight(measure))
    .map(({ count, measure }) => ({ count, usual: usualFor(item, measure) }))
    .find(({ count, usual }) => count > usual)
  return odd ? [{ code: 'many', ...odd }] : []
}

function usualFor(item: Item | null, written: string): number {
  if (!item) return mostUnknown
  const measure = measureOf(written) ?? item.measure
  const isPart = sortOf(item.measure) === 'packed' && ['piece', 'box', 'patch'].includes(measure)
  const isSmall = isPart && measure !== item.measure
  if (item.category === 'goods' && (isSmall || item.usualFen <= smallFen)) return mostSmall
  return mostUsual[sortOf(measure)]
}

const oftenFrom = 3
const lastingFen = 30_00

/**
 * Three kettles a year. Of what lasts the pieces are counted, of what is used up or costs little the wishes; work and
 * company may come as often as they are wanted.
 */
function tooOften({ item, quantity }: Counted, year: YearOf): readonly Oddity[] {
  if (item?.category !== 'goods') return []
  const isLasting = sortOf(item.measure) === 'single' && item.usualFen >= lastingFen
  const count = isLasting ? year.pieces + quantity : year.wishes + 1
  return count >= oftenFrom ? [{ code: 'often', itemId: item.id, count }] : []
}

/** More than twice the usual price, and by more than fifty yuan: a towel for fifty is no question. */
const dearTimes = 2
const dearByFen = 50_00

function tooDear({ item, quantity, measure, specification, valueFen }: Counted, limitFen: number): readonly Oddity[] {
  // 一台收音机 costs what 一个收音机 does: of what is counted singly the word makes no other price.
  const isSingly = item !== null && sortOf(item.measure) === 'single' && sortOf(measure) === 'single'
  const counted = { quantity, measure: isSingly ? item.measure : measure, specification }
  const usual = item ? estimateOf(item, counted) : null
  const value = valueFen ?? usual ?? 0
  const isFarAbove = usual !== null && usual > 0 && value > dearTimes * usual && value - usual > dearByFen
  const isOverLimit = value > limitFen
  if (!isFarAbove && !isOverLimit) return []
  const why = { usualFen: isFarAbove ? usual : null, limitFen: isOverLimit ? limitFen : null }
  return [{ code: 'dear', valueFen: value, ...why }]
}

type Written = {
  readonly itemId: string | null
  readonly category: Category
  readonly quantity: number
  readonly measure: string
  readonly valueFen: number | null
  readonly words: string
  readonly specification: string
  /** As the public would read it; '' where the catalogue's name is the title. */
  readonly title: string
}

/** A wish as a form or the database has it, counted as a list is. Free words may name an item of the catalogue. */
export function countedIn(wish: Written): Counted {
  const { words, specification, title, valueFen } = wish
  const item = thingOf(wish)
  const measure = wish.measure as Measure
  // A form of free words says 个 where no measure was chosen: work and company are not counted that way.
  const isUnsaid = wish.itemId === null && measure === 'piece'
  const isUncounted = isUnsaid && item !== null && sortOf(item.measure) === 'done'
  const own = isUncounted ? '' : wordOf(measure)
  const inWords = [words, title].flatMap((text) => saidIn(text, item))
  const inSize = amountsIn(specification).filter(({ written }) => written === specification.trim())
  const said = wish.quantity === 1 && isUnsaid ? inWords.find((one) => !isWeight(one.measure)) : undefined
  return {
    item,
    amounts: [{ count: wish.quantity, measure: own }, ...inWords, ...inSize],
    quantity: said?.count ?? wish.quantity,
    measure: measureFor(said?.measure ?? own, item?.measure ?? null),
    specification,
    valueFen,
  }
}

/** The first amount of a text; of work only how often it is to be done. */
const saidIn = (text: string, item: Item | null) =>
  amountsIn(text)
    .slice(0, 1)
    .filter(({ measure }) => !isAboutWork(text, item) || isDone(measure))

/** The item of the catalogue that a wish asks for. Work on an item (修轮椅) has a category of its own. */
export function thingOf({ itemId, category, words }: Pick<Written, 'itemId' | 'category' | 'words'>): Item | null {
  if (itemId) return itemById(itemId) ?? null
  const found = itemIn(words, catalogue)?.item ?? null
  return found?.category === category ? found : null
}

/** The key of an explained oddity. Another number or another measure needs a new explanation. */
export function oddityKey(oddity: Oddity): string {
  switch (oddity.code) {
    case 'measure':
      return `measure:${oddity.measure ?? ''}`
    case 'many':
      return `many:${oddity.count}`
    case 'often':
      return 'often'
    case 'dear':
      return `dear:${oddity.valueFen}`
  }
}

/** What has not been explained yet. */
export const unexplained = (oddities: readonly Oddity[], explained: readonly string[]): readonly Oddity[] =>
  oddities.filter((oddity) => !explained.includes(oddityKey(oddity)))
