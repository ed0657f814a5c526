import { clean, plain } from './cells.ts'
import { isNothingAbout, ownerOf, type Whose } from './phone-owner.ts'

type Phones = {
  /** The person's own: mobiles as 11 digits, landlines as 0994-2345678, with an extension as 0994-2345678转2. */
  readonly phones: readonly string[]
  /** Landlines that cannot be dialled as written. */
  readonly short: readonly { readonly written: string; readonly lacks: 'digits' | 'area-code' | 'zero' }[]
  /** Not a whole number: too many or too few digits, or words only. */
  readonly bad: readonly string[]
  /**
   * Whole numbers that according to the cell are, or may be, another person's. Never used as the person's own without
   * asking.
   */
  readonly others: readonly OtherPhone[]
}
type OtherPhone = { readonly phone: string; readonly written: string; readonly whose: Whose }

/**
 * Reads a cell with any number of phone numbers and words next to them. Each whole number is read; the remainder is
 * listed, so that the parts together contain everything the cell said.
 */
export function phonesOf(cell: string): Phones {
  const parts = cell
    .split(/[\r\n\u2028]+/u)
    .flatMap((line) =>
      plain(line)
        .replace(/[‐‑‒–—―－]/gu, '-')
        .split(apart),
    )
    .map((part) => readPart(part.trim()))
    .filter(({ words, numbers }) => words !== '' || numbers.length > 0)
  const found = withLooseWords(parts)
  const whole = found.flatMap(({ read, written, words }) => ('phone' in read ? [{ ...read, written, words }] : []))
  const own = whole.filter(({ words }) => ownerOf(words) === 'own').map(({ phone }) => phone)
  return {
    phones: [...new Set(own)],
    short: found.flatMap(({ read, written }) => ('lacks' in read ? [{ written, lacks: read.lacks }] : [])),
    bad: found.flatMap(({ read, written }) => ('bad' in read ? [written] : [])),
    others: whole.flatMap(({ phone, written, words }) => {
      const whose = ownerOf(words)
      return whose === 'own' || own.includes(phone) ? [] : [{ phone, written, whose }]
    }),
  }
}

export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}

/** The number to dial; the extension is given to the person who answers. */
export function dialled(phone: string): string {
  return phone.replace(/转.*$/u, '').replace(/\D/gu, '')
}

type Read = { readonly phone: string } | { readonly lacks: 'digits' | 'area-code' | 'zero' } | { readonly bad: true }
type Found = { readonly read: Read; readonly written: string; readonly words: string }
type Part = { readonly words: string; readonly numbers: readonly Found[] }

/** A separator outside brackets: （本人，晚上打） belongs to one number. */
const apart = /(?:[/、,;|]|或者?|(?<=[\d)])\s*[和及]\s*(?=\D{0,8}\d))(?![^(]*\))/u
const mobile =
  /(?:(?:\+|00)?86[-\s]?|0)?(1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|1[3-9]\d{2}[-\s]\d{3}[-\s]\d{4}|1[3-9]\d{2}[-\s]\d{4}[-\s]\d{3}|1[3-9]\d[-\s]\d{3}[-\s]\d{5}|1[3-9]\d{3}[-\s]\d{6})(?!-?\d)/y
const glued = /(?:1[3-9]\d{9}){2,}(?!\d)/y
const landline =
  /(?:(?:\+|00)?86[-\s]?)?\(?(010|02\d|0[3-9]\d{2})\)?[-\s]{0,2}(\d{7,8}|\d{3,4}[-\s]\d{4})(?!\d)(?:\s*(?:\(?\s*(?:转|分机号?|ext\.?)[:\s]*|[-#*]\s*)(\d{1,6})(?![-\d])\)?)?/iy
/**
 * A long number in scientific notation, from a narrow column in Excel: its last digits are lost unless all are present.
 */
const exponent = /\d+(?:\.\d+)?e\+?\d+/iy
const leftover = /\d+(?:[-.]\d+)*/y

function readPart(text: string): Part {
  const pieces: ({ readonly words: string } | Omit<Found, 'words'>)[] = []
  let words = ''
  let at = 0
  const push = (reads: readonly Read[], end: number) => {
    pieces.push({ words })
    pieces.push(...reads.map((read) => ({ read, written: 'phone' in read ? read.phone : text.slice(at, end).trim() })))
    words = ''
    at = end
  }
  const bare = withoutHours(text)
  while (at < text.length) {
    const next = wholeAt(bare, at)
    if (next) push(next.reads, next.end)
    else {
      words += bare[at]
      at += 1
    }
  }
  pieces.push({ words })
  return labelled(pieces, text)
}

/** 19点后打 is not a number: times are masked at the same length, so that positions in the text stay valid. */
function withoutHours(text: string): string {
  return text.replace(/\d{1,2}(?:(?::\d{2})?[-~至到]\d{1,2}(?::\d{2}|点)|:\d{2}|点半?|时(?!代))/gu, (hour) =>
    '时'.repeat(hour.length),
  )
}

function wholeAt(text: string, at: number): { readonly reads: readonly Read[]; readonly end: number } | null {
  if (!/[\d(+]/.test(text[at] ?? '')) return null
  const power = matchAt(exponent, text, at)
  if (power) return { reads: [ofExponent(power[0])], end: at + power[0].length }

  const pair = matchAt(glued, text, at)
  if (pair) return { reads: (pair[0].match(/\d{11}/g) ?? []).map((phone) => ({ phone })), end: at + pair[0].length }

  const cell = matchAt(mobile, text, at)
  if (cell) return { reads: [{ phone: (cell[1] ?? '').replace(/\D/g, '') }], end: at + cell[0].length }

  const line = matchAt(landline, text, at)
  const number = (line?.[2] ?? '').replace(/\D/g, '')
  if (line && number.length >= 7) {
    const area = line[1] ?? ''
    const isWhole = digitsIn(area).includes(number.length)
    const extension = line[3] ? `转${line[3]}` : ''
    const read: Read = isWhole
      ? { phone: `${area}-${number}${extension}` }
      : number.length < 8
        ? { lacks: 'digits' }
        : { bad: true }
    return { reads: [read], end: at + line[0].length }
  }

  const rest = matchAt(leftover, text, at)
  return rest ? { reads: [unwhole(rest[0])], end: at + rest[0].length } : null
}

/** Numbers have eight digits after the area codes of the largest cities, seven in Xinjiang, either elsewhere. */
function digitsIn(area: string): readonly number[] {
  if (/^(?:010|02\d)$/.test(area)) return [8]
  return /^09[09]/.test(area) ? [7] : [7, 8]
}

function unwhole(written: string): Read {
  const digits = written.replace(/\D/g, '')
  if (/^0\d{5,9}$/.test(digits)) return { lacks: 'digits' }
  if (/^[2-8]\d{6,7}$/.test(digits)) return { lacks: 'area-code' }
  return /^[3-9]\d{9}$/.test(digits) ? { lacks: 'zero' } : { bad: true }
}

/** 1.9900023456E10 has all its digits, 1.99E+10 has lost eight. */
function ofExponent(written: string): Read {
  const [, whole = '', decimals = '', power = ''] = /^(\d+)(?:\.(\d+))?e\+?(\d+)$/i.exec(written) ?? []
  const digits = whole + decimals
  return decimals.length === Number(power) && isMobile(digits) ? { phone: digits } : { bad: true }
}

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}

/**
 * Assigns words to numbers: those before a number, in brackets after it, and at the end belong to it. Words between two
 * numbers belong to the one they touch, otherwise to both: one doubt too many is better than calling a stranger.
 */
function labelled(pieces: readonly ({ readonly words: string } | Omit<Found, 'words'>)[], text: string): Part {
  const numbers: Found[] = []
  let before = ''
  for (const [at, piece] of pieces.entries()) {
    if ('read' in piece) {
      numbers.push({ ...piece, words: before })
      before = ''
      continue
    }
    const last = numbers.at(-1)
    const isEnd = at === pieces.length - 1
    const [behind, ahead] = last ? (isEnd ? [piece.words, ''] : shared(piece.words)) : ['', piece.words]
    if (last) numbers[numbers.length - 1] = { ...last, words: `${last.words}${behind}` }
    before = ahead
  }
  const only = numbers.length === 0 ? text : ''
  const [single] = numbers
  return {
    words: only,
    numbers:
      numbers.length === 1 && single && meansMore(single.words)
        ? [{ ...single, written: text }]
        : numbers.map(asWritten),
  }
}

const meansMore = (words: string): boolean => !isNothingAbout(words)

function asWritten(found: Found): Found {
  return meansMore(found.words) ? { ...found, written: clean(`${found.words} ${found.written}`) } : found
}

function shared(words: string): readonly [string, string] {
  const bracket = /^\s*(\([^)]*\))(.*)$/u.exec(words)
  if (bracket) return [bracket[1] ?? '', bracket[2] ?? '']
  const [touchesBefore, touchesAfter] = [/^\S/u.test(words), /\S$/u.test(words)]
  if (touchesBefore && !touchesAfter) return [words, '']
  return touchesAfter && !touchesBefore ? ['', words] : [words, words]
}

/** 女儿，199…: a part with words alone belongs to the number next to it; with one on either side, to both. */
function withLooseWords(parts: readonly Part[]): readonly Found[] {
  return parts.flatMap((part, at) => {
    const beside = [parts[at - 1], parts[at + 1]].filter((one) => one && one.numbers.length === 0)
    if (part.numbers.length > 0) {
      const loose = beside.map((one) => one?.words ?? '').filter((words) => !isNothingAbout(words))
      return part.numbers.map((found) =>
        loose.length > 0 ? asWritten({ ...found, words: `${found.words}${loose.join('')}` }) : found,
      )
    }
    const isNextToNumber = [parts[at - 1], parts[at + 1]].some((one) => one && one.numbers.length > 0)
    const isSaid = isNextToNumber || isNothingAbout(part.words)
    return isSaid ? [] : [{ read: { bad: true }, written: part.words, words: '' }]
  })
}

/** '' where nothing was typed, null where it is not exactly one dialable number. */
export function readPhone(typed: string): string | null {
  if (!typed.trim()) return ''
  const { phones, short, bad, others } = phonesOf(typed)
  return phones.length === 1 && !short.length && !bad.length && !others.length ? (phones[0] ?? null) : null
}
