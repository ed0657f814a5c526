import type { Quantity } from './amounts.ts'
import { hanDigits, numberOf, plain } from './cells.ts'
import type { Item } from './items.ts'
import { isDone, isWeight, measureOf, measureWords } from './measures.ts'

/** An amount inside the words of a wish: 牛奶两箱, 三个暖水袋, 大米10斤. */
export type Said = { readonly count: number; readonly measure: string; readonly written: string }

/** How many of an item are meant, from the words of the row. */
export type Amount = {
  readonly count: number
  /** As written; '' where there is none. */
  readonly measure: string
  /** 10斤: a content. It is stored with the item and never counted. */
  readonly content: string
  /** The words of the list to ask about; '' where nothing is open. */
  readonly asks: string
}

/** The amounts that a text states with certainty. */
export function amountsIn(text: string): readonly Said[] {
  return [...plain(text).matchAll(amount)].flatMap(([written, number = '', measure = '']) => {
    const count = numberOf(number)
    return count !== null && Number.isInteger(count) && count > 0 && count < 10_000 ? [{ count, measure, written }] : []
  })
}

/** 若干, 几箱, 两三个, 半斤, 2-3盒, 1+1, 每周2次: not a number that a delivery could be measured by. */
function isVague(text: string): boolean {
  return vague.test(plain(text).replace(/\s/gu, ''))
}

/**
 * Where the number counts what is worked on (搬两个柜子, 换两根灯管), it belongs to the words and is not the quantity of the
 * wish.
 */
export function isAboutWork(text: string, item: Pick<Item, 'category'> | null): boolean {
  return item ? item.category !== 'goods' : /[修换搬装取洗补送陪教帮拿寄缴交扔倒擦剪代看打学]/u.test(text)
}

/**
 * The amount of one wish, from its words, from 各一 over several wishes, and from the quantity column. Where two of them
 * differ, or one cannot be read, the user has to be asked.
 */
export function amountOf(text: string, item: Item | null, around: Around): Amount {
  const words = wordsOf(text, item, around.each)
  if (isWeight(around.column.measure)) return fromWeightColumn(words, around)
  if (!around.column.readable) return fromUnreadColumn(words, around)
  if (words.counted) return fromWords(words, words.counted, around)
  return fromColumn(words, item, around)
}

type Around = {
  readonly column: Quantity
  /** The quantity and its measure as in the columns; '' where they are empty. */
  readonly columnWritten: string
  /** 各一台 after several items. */
  readonly each: Said | null
  /** The number of wishes in the cell. */
  readonly parts: number
}

/** What the words say of the amount. */
type Words = {
  readonly text: string
  readonly counted: Said | null
  /** 10斤; '' where there is none. */
  readonly content: string
  /** The words to ask about, as they do not say one number with certainty. */
  readonly open: readonly string[]
}

function wordsOf(text: string, item: Item | null, each: Said | null): Words {
  const isWork = isAboutWork(text, item)
  const found = amountsIn(text).filter(({ measure }) => !isWork || isDone(measure))
  const counted = isVague(text) ? [] : found.filter(({ measure }) => !isWeight(measure))
  const content = found.find(({ measure }) => isWeight(measure))
  const isOpen = isVague(text) || counted.length > 1 || (!isWork && hasBareNumber(text))
  return {
    text: plain(text),
    counted: counted[0] ?? each,
    content: content ? `${content.count}${content.measure}` : '',
    open: isOpen ? [plain(text)] : [],
  }
}

/** The column contains a content (10斤): the number of items is in the words, or it is one. */
function fromWeightColumn({ counted, content, open }: Words, { column, columnWritten, parts }: Around): Amount {
  const written = `${column.count}${column.measure}`
  const isClear = column.readable && (content === '' || content === written) && parts === 1
  const asks = isClear ? open : [...open, columnWritten]
  return { count: counted?.count ?? 1, measure: counted?.measure ?? '', content: written, asks: asks.join('，') }
}

/** What cannot be read is asked about, and stored with the item unless it is a day or has no letters. */
function fromUnreadColumn({ counted, content, open }: Words, { column, columnWritten }: Around): Amount {
  const isWorded = /[\p{L}+~-]/u.test(columnWritten) && !/\d{4}-\d{1,2}-\d{1,2}/.test(columnWritten)
  return {
    count: counted?.count ?? column.count,
    measure: counted?.measure ?? column.measure,
    content: [content, isWorded ? columnWritten : ''].filter(Boolean).join(' '),
    asks: [...open, columnWritten].join('，'),
  }
}

/** The words count; what the column says otherwise is asked about. */
function fromWords({ text, content, open }: Words, counted: Said, around: Around): Amount {
  const { column, columnWritten } = around
  if (!says(around)) return { count: counted.count, measure: counted.measure, content, asks: open.join('，') }
  const asks = agrees(counted, around) ? open : [...open, `${text} · ${columnWritten}`]
  return { count: counted.count, measure: counted.measure || column.measure, content, asks: asks.join('，') }
}

function agrees(counted: Said, { column, parts }: Around): boolean {
  if (parts > 1) return column.count === 1 && column.measure === ''
  const isOpen = column.measure === '' || counted.measure === ''
  return counted.count === column.count && (isOpen || isSameMeasure(column.measure, counted.measure))
}

/** Only the column counts; more than one is asked about where it is not clear what is counted. */
function fromColumn({ content, open }: Words, item: Item | null, around: Around): Amount {
  const { column, columnWritten, parts } = around
  const isUnmeasured = column.measure === '' && item !== null && needsMeasure(item)
  const isUnclear = says(around) && column.count > 1 && (parts > 1 || content !== '' || isUnmeasured)
  const asks = isUnclear ? [...open, columnWritten] : open
  return { count: column.count, measure: column.measure, content, asks: asks.join('，') }
}

/** Whether the column adds information: with 各 it only repeats the words. */
const says = ({ column, columnWritten }: Around): boolean => columnWritten !== '' && !column.each

/** The words of an item without its amount: 想要两箱牛奶 → 想要牛奶. For work the words stay. */
export function withoutAmount(text: string, item: Item | null): string {
  if (isAboutWork(text, item) || isVague(text)) return text
  const [first, ...others] = amountsIn(text)
  if (!first || others.some(({ measure }) => !isWeight(measure))) return text
  const same = text.normalize('NFKC')
  const at = same.indexOf(first.written)
  if (at < 0) return text
  // Cut from the text as written, unless converting full-width signs has changed the positions.
  const written = same.length === text.length ? text : same
  const [before, behind] = [written.slice(0, at), written.slice(at + first.written.length)]
  const rest = `${before}${behind}`.replace(/^[，,、\s]+|[，,、\s]+$/gu, '')
  const isAtEdge = item !== null || /^(?:想要|需要|要|想买|求)?$/u.test(before) || behind === ''
  return isAtEdge && /\p{L}/u.test(rest) ? rest : text
}

function isSameMeasure(one: string, other: string): boolean {
  return one === other || (measureOf(one) !== null && measureOf(one) === measureOf(other))
}

/** 牛奶 12: boxes or cartons? An item that is counted singly raises no question. */
const needsMeasure = ({ category, measure }: Item): boolean =>
  category !== 'goods' || ['box', 'carton', 'pack', 'bag', 'bottle', 'jug', 'tray'].includes(measure)

/** 牛奶2: a number that is neither an amount nor a size. */
function hasBareNumber(text: string): boolean {
  const rest = plain(text).replace(amount, ' ').replace(size, ' ')
  return /\d/u.test(rest)
}

const number = `\\d+(?:\\.\\d+)?|[${hanDigits}]+`
const measure = `(?:${measureWords.join('|')})`
/** What makes it another number: the end of a longer one, 第2, 每2, 半, 几, 多, or the end of a range. */
const notBefore = `(?<![\\d.第每半几多${hanDigits}+~-])`
/** What makes it another word: 一套性, 两块钱, 三个人, 四个月, 五条路 … */
const notAfter = '(?![a-z\\d]|套|性|钱|儿|腿|人|月|星期|路|线)'
const amount = new RegExp(`${notBefore}(${number})\\s*(${measureWords.join('|')})${notAfter}`, 'giu')

const decimal = '\\d+(?:\\.\\d+)?'
const sizeUnits = '度|码|号|寸|英寸|厘米|公分|米|瓦|伏|年|月|日|岁|点|层|楼|室|孔|位|代|cm|mm|w|v|g|元|块钱|[a-z]+'
/** 42码, 1.5*2米, 60-80w, xl3. */
const size = new RegExp(`[a-z]*${decimal}\\s*(?:[-~*x×]\\s*${decimal}\\s*)*(?:${sizeUnits})|[a-z]+\\d+`, 'giu')

const han = '[一二两三四五六七八九]'
/** Each named by an example. */
const vagueShapes = {
  若干: '若干|一些|适量',
  几箱: `[几半多]${measure}`,
  每周: '每[周月天日年季]',
  两三个: `${han}{2}十?${measure}`,
  十七八个: `十${han}{2}${measure}`,
  '2-3盒': `\\d\\s*[-~至到]\\s*\\d+${measure}`,
  '1+1': '\\d\\+\\d',
  大概3: `(?:约|大概|差不多)(?:${number})`,
  '3个左右': `(?:${number})${measure}(?:左右|以上|多|装|以内)`,
}
const vague = new RegExp(Object.values(vagueShapes).join('|'), 'iu')
