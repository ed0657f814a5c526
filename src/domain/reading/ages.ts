import type { AgeBand } from '#domain/vocabulary.ts'
import { hanDigits, hanNumber, plain, saysNothing } from './cells.ts'

/** The age bands of residents, and one that is refused. */
export type ReadBand = AgeBand | 'under14'

/**
 * Only the band leaves this file, never the age. `edge`: a birth year, "65-72" or 60岁以上 leaves open which of two bands
 * it is. `isYear`: the value in a column of ages looks like a year of birth (44.3, 44年), and was read as one.
 */
export type Age = { readonly band: ReadBand; readonly edge: boolean; readonly isYear?: true }

/**
 * Reads an age: 82, 82岁, ８６, 八十二, 80多, 8个月, or a birth year. Null where there is none, `unread` where it cannot be
 * read: never a guess. `today` is YYYY-MM-DD.
 */
export function readAge(cell: string, today: string): Age | 'unread' | null {
  return saysNothing(cell) || saysUnknown(cell) ? null : (ageOf(cell, today) ?? 'unread')
}

/** The same for a column of birth dates. */
export function readBirth(cell: string, today: string): Age | 'unread' | null {
  return saysNothing(cell) || saysUnknown(cell) ? null : (bornOf(cell, today) ?? 'unread')
}

/** An age as written, or a band as the form offers it; null where it cannot be read. */
export function ageOf(cell: string, today: string): Age | null {
  const chosen = bands.find((band) => band === cell.trim())
  if (chosen) return { band: chosen, edge: false }
  const text = bare(cell)
  if (/^\d{9,}/.test(text) || /\d\s+\d/.test(plain(cell))) return null
  if (/^(?:19|20)\d{2}/.test(text)) return bornOf(cell, today)
  const year = shortYear(text, today)
  // 88.5 may be eighty-eight and a half, and 5.3 is neither age nor year.
  if (year) return /^\d{2}\.5$/.test(text) ? null : { ...year, isYear: true }
  return decadeOf(text, today) ?? spokenAge(text)
}

/** Reads a birth date or year; with the year alone the birthday may still be ahead. An ID number is never read. */
export function bornOf(cell: string, today: string): Age | null {
  const text = bare(cell)
  const whole =
    /^((?:19|20)\d{2})(?:[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?)?[月日号年生]*$/.exec(text) ??
    /^((?:19|20)\d{2})(?:[-./年])(\d{1,2})[-./月](\d{1,2})日?(?:T|\d{2}:|上午|下午).*$/.exec(text)
  if (whole) return bornIn(Number(whole[1]), Number(whole[2] ?? 0), Number(whole[3] ?? 0), today)

  // Day and month before the year, as other editions of Excel write it. Where it is unclear which is which, only the
  // year is used.
  const turned = /^(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d{2})$/.exec(text)
  if (turned) {
    const [one, other] = [Number(turned[1]), Number(turned[2])]
    if (one > 12 || one === other) return bornIn(Number(turned[3]), other, one, today)
    return other > 12 ? bornIn(Number(turned[3]), one, other, today) : bornIn(Number(turned[3]), 0, 0, today)
  }
  const short = shortYear(text, today) ?? decadeOf(text, today)
  if (short) return short
  const spoken = /^([〇零一二三四五六七八九]{4})年/.exec(text)
  if (spoken) return bornIn(hanNumber(spoken[1] ?? '') ?? 0, 0, 0, today)
  // A bare number in a birth column may be a year or an age; with 岁 it is an age.
  return /岁/.test(text) ? spokenAge(text) : null
}

/** 44年, 44.3, 44年3月12日, 440312: a year of the last century, unless it may be one of this. */
function shortYear(text: string, today: string): Age | null {
  const found =
    /^(\d{2})年(?:(\d{1,2})月?(?:(\d{1,2})[日号]?)?)?生?$/.exec(text) ??
    /^(\d{2})[./-](\d{1,2})(?:[./-](\d{1,2}))?$/.exec(text) ??
    /^(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)]
  // 65-72 is a range of ages.
  if (month > 12 || day > 31 || (found[2] !== undefined && month === 0)) return null
  if (year <= Number(today.slice(2, 4))) return null
  // A number cell loses the 0 of October: 44.1 may be January or October.
  return text.endsWith('.1')
    ? either(bornIn(1900 + year, 1, 0, today), bornIn(1900 + year, 10, 0, today))
    : bornIn(1900 + year, month, day, today)
}

/** 50后, 五零后, 50年代: a decade of birth. */
function decadeOf(text: string, today: string): Age | null {
  const found = /^(?:19)?([3-9])0(?:后|年代)$/.exec(text)
  const spoken = /^([三四五六七八九])[零〇十](?:后|年代)$/.exec(text)
  const tens = found ? Number(found[1]) : hanNumber(spoken?.[1] ?? '')
  if (!tens) return null
  const [first, last] = [bornIn(1900 + tens * 10, 1, 1, today), bornIn(1900 + tens * 10 + 9, 12, 31, today)]
  return either(first, last)
}

function spokenAge(text: string): Age | null {
  if (/^(?:\d+|[一二两三四五六七八九十]+)(?:个月(?:大)?|天)$/.test(text)) return { band: 'under14', edge: false }
  const [, before = '', first = '', second = '', after = ''] =
    new RegExp(`^(虚岁?|实岁?|周岁|满|近|约|大约|已?)(${number})(?:[-~—–至到](${number}))?(.*)$`, 'u').exec(text) ?? []
  if (
    !/^(?:周?岁半?|多|余|来|几|左右|上下|以上|以下|\+|大|了|整|周?岁?(?:多|余|以上|以下|左右|上下)|[多余来几]岁)?$/u.test(
      after,
    )
  )
    return null

  const [low, high] = [yearsOf(first), second ? yearsOf(second) : null]
  if (low === null || low === 0 || low > 120 || (high !== null && (high <= low || high > 120))) return null
  if (high !== null) return between(low, high)
  if (/以上|\+/.test(after)) return between(low, 120)
  if (/以下/.test(after)) return { ...between(low, low), edge: true }
  if (/左右|上下/.test(after) || before === '约' || before === '大约') return between(Math.max(low - 3, 1), low + 3)
  if (before === '近') return between(low - 3, low)
  if (/[多余来几]/.test(after)) return between(low, low % 10 === 0 ? low + 9 : low)
  // By the traditional count a child is one at birth and a year older at each new year.
  if (before.startsWith('虚')) return between(Math.max(low - 2, 0), low - 1)
  return between(low, low)
}

function bornIn(year: number, month: number, day: number, today: string): Age | null {
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number)
  const most = thisYear - year
  if (most < 0 || most > 120 || month > 12 || day > 31) return null
  if (most === 0 && (month > thisMonth || (month === thisMonth && day > thisDay))) return null
  if (month === 0 || (month === thisMonth && day === 0)) return between(Math.max(most - 1, 0), most)

  const hadBirthday = month < thisMonth || (month === thisMonth && day <= thisDay)
  const years = hadBirthday ? most : Math.max(most - 1, 0)
  return between(years, years)
}

function either(one: Age | null, other: Age | null): Age | null {
  if (!one || !other) return null
  const [older] = [one, other].sort((a, b) => bands.indexOf(b.band) - bands.indexOf(a.band))
  return older ? { band: older.band, edge: one.edge || other.edge || one.band !== other.band } : null
}

function between(low: number, high: number): Age {
  return { band: bandOf(high), edge: bandOf(low) !== bandOf(high) }
}

const bands = ['under14', '14-59', '60-69', '70-79', '80+'] as const satisfies readonly ReadBand[]

function bandOf(years: number): ReadBand {
  if (years < 14) return 'under14'
  if (years < 60) return '14-59'
  if (years < 70) return '60-69'
  return years < 80 ? '70-79' : '80+'
}

function saysUnknown(cell: string): boolean {
  return /^(?:不详|未知|不清楚|待补充|待查|保密)$/u.test(bare(cell))
}

/** Without blanks and bracketed words. */
function bare(cell: string): string {
  return plain(cell)
    .replace(/[([【].*$/u, '')
    .replace(/\s/g, '')
}

const number = `\\d{1,3}|[${hanDigits}]+`

function yearsOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : hanNumber(text)
}
