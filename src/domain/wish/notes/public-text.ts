import { catalogue } from '#domain/catalogue/catalogue.ts'
import { itemIn } from '#domain/reading/items.ts'
import type { PrivateCode } from '#domain/reading/private-words.ts'
import { privateWordsIn } from '#domain/reading/private-words.ts'

export type Whose = {
  readonly name: string
  readonly phones: readonly string[]
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
}

export const privateKinds = ['name', 'phone', 'address', 'illness', 'hardship', 'belief', 'justice'] as const
export type PrivateKind = (typeof privateKinds)[number]
export type PrivateWord = { readonly word: string; readonly kind: PrivateKind }

export const kindOf = {
  'health-word': 'illness',
  'hardship-word': 'hardship',
  'belief-word': 'belief',
  'justice-word': 'justice',
} as const satisfies Record<PrivateCode, PrivateKind>

/** The first word of a public title that would reveal who the resident is; null if there is none. */
export function privateWordIn(text: string, whose: Whose): PrivateWord | null {
  const plain = text.normalize('NFKC')
  const squeezed = squeeze(text)
  const has = (word: string) => squeezed.includes(squeeze(word))

  const name = namesIn(whose.name).find(has)
  if (name) return { word: name, kind: 'name' }

  const digits = /\d[\d\s-]{5,}\d/.exec(plain)?.[0]
  if (digits) return { word: digits, kind: 'phone' }
  const phone = whose.phones.find((known) => digitsOf(known).length >= 5 && digitsOf(plain).includes(digitsOf(known)))
  if (phone) return { word: phone, kind: 'phone' }

  const place = /[\d一二三四五六七八九十]+\s*(号楼|栋|幢|单元|室)/.exec(plain)?.[0]
  if (place) return { word: place, kind: 'address' }
  // Numbers of one or two digits are left out, because they would match every quantity.
  const own = [whose.place, whose.building, whose.door].find((word) => [...word].length >= 3 && has(word))
  if (own) return { word: own, kind: 'address' }

  // The same word table as for lists and notes. The catalogue's name of the item itself is allowed.
  const [reason] = privateWordsIn(squeezed, itemIn(squeezed, catalogue)?.name)
  return reason ? { word: reason.word, kind: kindOf[reason.code] } : null
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Removes blanks, invisible characters, dots within names and upper case, so that they cannot hide a name. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・‧\p{Cf}]/gu, '')

/** The whole name, its parts, and the given name of a Han name. */
function namesIn(name: string): readonly string[] {
  const whole = name.trim()
  const parts = whole.split(/[\s·•・‧]+/)
  const given = /^\p{Script=Han}{3,4}$/u.test(whole) ? [...whole].slice(1).join('') : ''
  return [whole, ...parts, given].filter((word) => [...word].length >= 2)
}
