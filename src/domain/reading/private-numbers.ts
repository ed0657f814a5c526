import { readWishCode } from '#domain/wish/wish-code.ts'

type PrivateNumber = {
  readonly kind: 'id' | 'card' | 'password'
  /** The position in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** Replaces a number that was removed. */
export const cutMark = '〔号码已删〕'

/** The text with each number that must not be stored replaced by the mark, and the kinds of what was removed. */
export function withoutPrivateNumbers(
  text: string,
  kinds: readonly PrivateNumber['kind'][] = ['id', 'card', 'password'],
): {
  readonly text: string
  readonly found: readonly PrivateNumber['kind'][]
} {
  const found = privateNumbersIn(text).filter(({ kind }) => kinds.includes(kind))
  const kept = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + cutMark + rest.slice(end), text)
  return { text: kept, found: found.map(({ kind }) => kind) }
}

/**
 * Numbers of identity cards (GB 11643: 18 places, or 15 of the older kind) and bank cards (ISO/IEC 7812), and the
 * passwords written next to them, whatever separates their digits. Mobiles, landlines, wish codes, days and amounts are
 * left alone. In order, without overlaps.
 */
function privateNumbersIn(text: string): readonly PrivateNumber[] {
  if (!/\p{N}|[零〇一二三四五六七八九]{4}/u.test(text)) return []
  const plain = plainDigits(text)
  const found = [...namedIn(plain), ...[...plain.matchAll(runs)].flatMap((run) => unnamedIn(run[0], run.index))]
  return found.toSorted((one, other) => one.start - other.start || other.end - one.end).reduce(joined, [])
}

const joined = (list: readonly PrivateNumber[], next: PrivateNumber): readonly PrivateNumber[] => {
  const last = list.at(-1)
  if (!last || next.start >= last.end) return [...list, next]
  return [...list.slice(0, -1), { ...last, end: Math.max(last.end, next.end) }]
}

/**
 * Converts every form of digit to the ordinary one, and the signs used for the X of an identity number, without
 * changing the length.
 */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[①-⑨]/g, (digit) => String(digit.charCodeAt(0) - 0x245f))
    .replace(/[零〇一二三四五六七八九]{4,}/g, (digits) =>
      [...digits].map((digit) => '零一二三四五六七八九'.indexOf(digit === '〇' ? '零' : digit)).join(''),
    )
    .replace(/[xＸｘⅩⅹ×ΧχХх]/g, 'X')
}

const gap = String.raw`[\s\p{Cf}\p{Pd}−_.·•・]{0,3}`
const runs = new RegExp(String.raw`\d(?:${gap}(?:\d|X(?![A-Za-z])))*`, 'gu')

type Group = { readonly digits: string; readonly start: number; readonly end: number }

/** Searches one run of digits and separators. A separate mobile number is never part of a longer number. */
function unnamedIn(run: string, at: number): readonly PrivateNumber[] {
  const groups = [...run.matchAll(/\d+|X/g)].map(
    (group): Group => ({ digits: group[0], start: at + group.index, end: at + group.index + group[0].length }),
  )
  const found: PrivateNumber[] = []
  for (let from = 0; from < groups.length; from++) {
    for (let to = from; to < groups.length; to++) {
      const parts = groups.slice(from, to + 1)
      if (parts.length > 1 && parts.some(({ digits }) => isMobile(digits))) break
      const digits = parts.map((part) => part.digits).join('')
      if (digits.length > longest) break
      const kind = isIdNumber(digits, parts) ? 'id' : isCard(digits, parts, isEven(run, at, parts)) ? 'card' : null
      const [first, last] = [parts[0], parts.at(-1)]
      if (kind && first && last) found.push({ kind, start: first.start, end: last.end })
    }
  }
  return [...found, ...gluedIn(groups.filter(({ digits }) => !isMobile(digits)))]
}

const longest = 19

/** The same separator between all groups: a telephone number next to a date differs in that. */
const isEven = (run: string, at: number, parts: readonly Group[]): boolean =>
  new Set(parts.slice(1).map((part, before) => run.slice((parts[before]?.end ?? at) - at, part.start - at))).size <= 1

const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits)

/** An identity number directly followed by further digits, or inside a longer one, is recognised by its check digit. */
function gluedIn(groups: readonly Group[]): readonly PrivateNumber[] {
  const signs = groups.flatMap(({ digits, start }, group) =>
    [...digits].map((digit, at) => ({ digit, group, isFirst: at === 0, at: start + at })),
  )
  return signs.flatMap((first, from) => {
    const window = signs.slice(from, from + 18)
    const last = window.at(-1)
    if (window.length < 18 || !last || !(first.isFirst || first.group === last.group)) return []
    const digits = window.map(({ digit }) => digit).join('')
    return isId18(digits) && hasIdCheckDigit(digits) ? [{ kind: 'id' as const, start: first.at, end: last.at + 1 }] : []
  })
}

function isIdNumber(digits: string, parts: readonly Group[]): boolean {
  if (isId18(digits)) return true
  if (!isId15(digits)) return false
  // Fifteen digits alone are weak evidence: in several groups they only count where the first six are together, or all
  // groups are alike.
  const sizes = new Set(parts.map((part) => part.digits.length))
  return parts.length === 1 || parts[0]?.digits.length === 6 || sizes.size === 1
}

/** The province codes of GB/T 2260. */
const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)'
const monthAndDay = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const id18 = new RegExp(`^${province}\\d{4}(?:18|19|20)\\d\\d${monthAndDay}\\d{3}[\\dX]$`)
const id15 = new RegExp(`^${province}\\d{4}\\d\\d${monthAndDay}\\d{3}$`)
const isId18 = (digits: string): boolean => id18.test(digits)
const isId15 = (digits: string): boolean => id15.test(digits)

/** ISO 7064, MOD 11-2. */
function hasIdCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * 2 ** (17 - at), 0)
  return sum % 11 === 1
}

/** No card begins with 0, 1 or 7, which excludes mobiles, landlines and dates. 62 is UnionPay. */
function isCard(digits: string, parts: readonly Group[], isEven: boolean): boolean {
  if (!/^(?:[345689]|2[2-7])\d{12,18}$/.test(digits)) return false
  const isUnionPay = /^62\d{14,17}$/.test(digits)
  if (parts.length === 1) return isUnionPay || hasLuhn(digits)
  if (!isEven) return false
  const isInFours = parts.slice(0, -1).every((part) => part.digits.length === 4) && digits.length >= 16
  if (isInFours) return hasLuhn(digits) || !areWishCodes(digits)
  return hasLuhn(digits) && (isUnionPay || /^(?:6-\d+|4-6-5)$/.test(parts.map((part) => part.digits.length).join('-')))
}

/** Two wish codes in succession with blanks throughout look like a card number in groups of four. */
const areWishCodes = (digits: string): boolean =>
  digits.length === 16 && readWishCode(digits.slice(0, 8)) !== null && readWishCode(digits.slice(8)) !== null

function hasLuhn(digits: string): boolean {
  const sum = [...digits].reduceRight((total, digit, at) => {
    const doubled = (digits.length - at) % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** A number called an identity number, account or password is one, whatever its digits. A door code is not. */
function namedIn(plain: string): readonly PrivateNumber[] {
  return named.flatMap(({ kind, shape }) =>
    [...plain.matchAll(shape)].flatMap((match) => {
      const number = match.groups?.number ?? ''
      if (isMobile(number.replace(/\D/g, '')) || isDay.test(number)) return []
      const start = match.index + match[0].lastIndexOf(number)
      return [{ kind, start, end: start + number.length }]
    }),
  )
}

const isDay = /^(?:19|20)\d\d[-./\s]*(?:0?[1-9]|1[0-2])[-./\s]*(?:0?[1-9]|[12]\d|3[01])$/
const is = String.raw`[\s:：=是为,，(（【\[#]{0,4}`
const digitsOf = (least: number) => String.raw`(?<number>\d(?:${gap}\d){${least - 1},}(?:${gap}X(?![A-Za-z\d]))?)`
const doorWord = '门禁|门锁|门|楼道|单元|wifi|Wifi|WiFi|WIFI|无线网?|网络|宽带'

const named: readonly { readonly kind: PrivateNumber['kind']; readonly shape: RegExp }[] = [
  {
    kind: 'id',
    shape: new RegExp(`(?:身份证件?|公民身份|证件)(?:号码?|编号)*${is}${digitsOf(8)}`, 'gu'),
  },
  {
    kind: 'id',
    shape: new RegExp(`(?:身份证件?|证件)号?码?(?:[后末][四六]位|尾号)${is}${digitsOf(4)}`, 'gu'),
  },
  {
    kind: 'card',
    shape: new RegExp(
      `(?:银行卡|储蓄卡|借记卡|信用卡|工资卡|社保卡|医保卡|存折|账户|帐户|账号|帐号|(?<![水电气热通])卡号)(?:号码?|卡号)*${is}${digitsOf(8)}`,
      'gu',
    ),
  },
  {
    kind: 'password',
    shape: new RegExp(
      `(?<!${doorWord})(?:密码|口令|PIN码?)${is}(?<number>[A-Za-z\\d@#$%^&*!_+.-]{3,}\\d|\\d[A-Za-z\\d@#$%^&*!_+.-]{3,})`,
      'gu',
    ),
  },
  {
    kind: 'password',
    shape: /(?<![\d.])(?<number>\d{6})(?!\d)[\s(（]*(?:是|为|即)?(?:取款|支付|银行卡?|卡)?密码(?![锁箱门])/gu,
  },
]
