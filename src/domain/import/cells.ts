/**
 * One cell as written → text that can be kept. Controls, lone surrogates and invisible marks go (one stored control
 * character makes every later XLSX unreadable); line breaks and tabs become a blank. Cut at 1,000 characters.
 */
export function clean(cell: string): string {
  return cell
    .slice(0, 1000)
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\uFFFD-\uFFFF]/gu, '')
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .trim()
}

/** The same text with full-width digits, letters and signs made plain, for reading numbers and headings only. */
export function plain(cell: string): string {
  return clean(clean(cell).normalize('NFKC'))
}

/** Plain and without any blank, in lower case: for comparing. */
export function squeezed(cell: string): string {
  return plain(cell).replace(/\s/gu, '').toLowerCase()
}

/** True for cells that say "nothing": empty, 无, 暂无, dashes, slashes. */
export function saysNothing(cell: string): boolean {
  return /^(?:[-—–_/\\.。、*?？]+|无|没有|暂无|空|none|n\/a|null)?$/u.test(squeezed(cell))
}

/** "as above" and its marks. */
export function saysDitto(cell: string): boolean {
  return /^(?:同上|同前|〃|"|″|''|”)$/u.test(squeezed(cell))
}

export const hanDigits = '零〇一二两三四五六七八九十百千'

/** 八十二 → 82, 两 → 2, 一百二十 → 120; null when it is not a Chinese number. */
export function hanNumber(text: string): number | null {
  if (text === '' || ![...text].every((sign) => hanDigits.includes(sign))) return null
  if (![...text].some((sign) => sign in places)) return Number([...text].map((sign) => digits[sign]).join(''))

  const { sum, open } = [...text].reduce(
    ({ sum, open }, sign) => {
      const place = places[sign]
      if (place === undefined) return { sum, open: digits[sign] ?? 0 }
      return { sum: sum + (open ?? 1) * place, open: null }
    },
    { sum: 0, open: null } as { sum: number; open: number | null },
  )
  return sum + (open ?? 0)
}

/** Digits as typed or a Chinese number; null for anything else. */
export function numberOf(text: string): number | null {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : hanNumber(text)
}

/** A pattern source for "a number as people write it". */
export const numberPattern = `(?:\\d+(?:\\.\\d+)?|[${hanDigits}]+)`

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
