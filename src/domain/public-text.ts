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
  const name = whose.name.trim()
  const given = [...name].length > 2 ? [...name].slice(1).join('') : ''
  for (const word of [name, given]) if (word && plain.includes(word)) return { word, kind: 'name' }

  const digits = /\d[\d\s-]{5,}\d/.exec(plain)?.[0]
  if (digits) return { word: digits, kind: 'phone' }
  const phone = whose.phones.find((p) => p && plain.replace(/[\s-]/g, '').includes(p))
  if (phone) return { word: phone, kind: 'phone' }

  const place = /\d+\s*(号楼|栋|幢|单元|室)/.exec(plain)?.[0]
  if (place) return { word: place, kind: 'address' }
  if (whose.door.length >= 3 && plain.includes(whose.door)) return { word: whose.door, kind: 'address' }

  const illness = illnesses.find((word) => plain.includes(word))
  return illness ? { word: illness, kind: 'illness' } : null
}
