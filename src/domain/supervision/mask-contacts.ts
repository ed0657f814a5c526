import { withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import { withPrivateWordsMarked } from '#domain/reading/private-words.ts'
import type { Whose } from '#domain/wish/notes/public-text.ts'

const marks = { name: '〔姓名〕', phone: '〔电话〕', address: '〔住址〕' } as const

/**
 * The words of a case as a supervisor may read them: without the names of `whose` and of `others`, without telephone numbers,
 * doors, and words about illness, hardship, belief or the law. Takes out too much rather than too little.
 */
export function withoutContacts(text: string, whose: readonly Whose[], others: readonly string[]): string {
  const names = [...new Set([...whose.flatMap(({ name }) => callsOf(name)), ...others])]
  const own = whose.flatMap(({ place, building, unit, door }) => [place, building, unit, door]).filter(isLong)
  const cut = [
    ...byLength(names).map((name) => [spaced(name), marks.name] as const),
    [threePartDoor, marks.address] as const,
    [/\d(?:[\s-]*\d){4,}/g, marks.phone] as const,
    ...byLength(own).map((word) => [spaced(word), marks.address] as const),
    [doorShape, marks.address] as const,
  ]
  const plain = withoutPrivateNumbers(plainDigits(text)).text
  return withPrivateWordsMarked(cut.reduce((rest, [shape, mark]) => rest.replace(shape, mark), plain))
}

/** 3-2-501: before telephone numbers, which may have as many digits. */
const threePartDoor = /(?<![\d-])\d{1,3}-\d{1,3}-\d{1,4}(?![\d-])/g

/** 3号楼, 二单元, 501室, 3-501. */
const doorShape = /\d+(?:\s*-\s*\d+){1,3}|[\d一二三四五六七八九十]+\s*(?:号楼|栋|幢|单元|室|号院|楼)/g

const plainDigits = (text: string): string => text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))

/** A word of one sign would match everywhere. */
const isLong = (word: string): boolean => [...word].length >= 2

/** How people are called: the whole name, its parts, the given name, and the surname with a title. */
function callsOf(name: string): readonly string[] {
  const whole = name.trim()
  const parts = whole.split(/[\s·•・‧]+/)
  const isHan = /^\p{Script=Han}{2,4}$/u.test(whole)
  const given = isHan ? [...whole].slice(1).join('') : ''
  const titled = isHan ? titles.map((title) => `${[...whole][0]}${title}`) : []
  return [whole, ...parts, given, ...titled].filter(isLong)
}

const titles = [
  '大爷',
  '大妈',
  '大娘',
  '奶奶',
  '爷爷',
  '阿姨',
  '叔叔',
  '老师',
  '师傅',
  '女士',
  '先生',
  '老人',
  '姐',
  '哥',
]

/** Longer words first, so that a part of a name does not leave the rest of it. */
const byLength = (words: readonly string[]): readonly string[] => words.toSorted((a, b) => b.length - a.length)

/** Finds a word even with blanks or dots between its signs. */
const spaced = (word: string): RegExp =>
  new RegExp(
    [...word.replace(/[\s·•・‧]/g, '')]
      .map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      .join('[\\s·•・‧\\p{Cf}]*'),
    'giu',
  )
