type Whose = {
  readonly name: string
  readonly phones: readonly string[]
  readonly building: string
  readonly unit: string
  readonly door: string
}

export type PrivateWord = { readonly word: string; readonly kind: 'name' | 'phone' | 'address' | 'illness' }

/** Words of illness that a public title must not carry: a thing may be named, a diagnosis may not. */
const illnesses = [
  '糖尿病',
  '高血压',
  '冠心病',
  '心脏病',
  '脑梗',
  '中风',
  '偏瘫',
  '瘫痪',
  '癌',
  '肿瘤',
  '尿毒症',
  '透析',
  '肝炎',
  '乙肝',
  '结核',
  '艾滋',
  '精神病',
  '抑郁',
  '痴呆',
  '阿尔茨海默',
  '帕金森',
  '癫痫',
  '哮喘',
  '慢阻肺',
  '关节炎',
  '风湿',
  '痛风',
  '骨折',
  '颈椎病',
  '腰椎',
  '白内障',
  '青光眼',
  '失明',
  '耳聋',
  '残疾',
  '低保',
  '贫困',
  '孤寡',
  '独居',
  '空巢',
  '失能',
  '病',
] as const

/** The first word of a public title that would give the resident away; null where there is none. */
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
  // A bare house or flat number of one or two digits would be found in every quantity.
  const own = [whose.building, whose.door].find((word) => [...word].length >= 3 && has(word))
  if (own) return { word: own, kind: 'address' }

  const illness = illnesses.find(has)
  return illness ? { word: illness, kind: 'illness' } : null
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Blanks, marks that cannot be seen, dots between the parts of a name and the case of letters hide nothing. */
const squeeze = (text: string): string =>
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
