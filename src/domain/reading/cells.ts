/** A picture in a cell, an error such as #N/A, or a formula as text: none of them was typed as a value. */
export type Emptied = 'picture' | 'error' | 'formula'

/**
 * A cell as the file has it → the text that was typed, without the traces of programs: ="0302" and '0302 mark a number
 * as text, 14.0 was a whole number, 2026-10-09 00:00:00 is a day. What is not a value comes back empty with the reason:
 * an error such as #N/A, a picture that WPS puts into a cell, a formula as text.
 */
export function withoutTraces(cell: string): { readonly text: string; readonly emptied?: Emptied } {
  const quoted = /^\s*=\s*["“”]([^"“”]*)["“”]\s*$/u.exec(cell)?.[1]
  const text = quoted ?? cell.replace(/^\s*['’‘＇`](?!['’‘＇`])(?=\S)/u, '')
  const bare = text.trim()
  if (/^[=＝].*\bDISPIMG\s*\(/isu.test(bare)) return { text: '', emptied: 'picture' }
  if (/^[=＝]/u.test(bare)) return { text: '', emptied: 'formula' }
  if (isErrorValue(bare)) return { text: '', emptied: 'error' }
  if (/^(?:nan|nat|<na>|null|undefined)$/iu.test(bare)) return { text: '' }
  return {
    text: withoutDecimals(text).replace(/^(\s*\d{4}[-/]\d{1,2}[-/]\d{1,2})[ T]0?0:00(?::00(?:\.0+)?)?\s*$/u, '$1'),
  }
}

/** #N/A and other errors of Excel, WPS and LibreOffice (Err:502), and the hashes of a column that was too narrow. */
function isErrorValue(text: string): boolean {
  return (
    /^[#＃](?:n\/a|ref|value|div\/0|name|null|num|spill|calc|busy|blocked|connect|field|getting_data|unknown!?|err)[!?！？]?$/iu.test(
      text,
    ) ||
    /^err:\d{3}$/iu.test(text) ||
    /^#{3,}$/u.test(text)
  )
}

/** 14.0号楼2.0单元302.0 → 14号楼2单元302, 82.0岁 → 82岁, 60.0 → 60; 蓝牙5.0, 1.80 and 5.00元 stay as they are. */
function withoutDecimals(text: string): string {
  if (!text.includes('.0')) return text
  if (/^\s*\d+(?:\.0+)?(?:\s*[-—－/]\s*\d+(?:\.0+)?)*\s*$/u.test(text)) return text.replace(/\.0+(?!\d)/gu, '')
  return text
    .replace(/(?<![\d.a-z])(\d+)\.0(?=\s*(?:号|栋|幢|座|楼|层|单元|室|户|弄|巷|院|排|组|队|门|#))/giu, '$1')
    .replace(/(?<=[号栋幢座楼层元室户弄巷院排组队门#]\s*)(\d+)\.0(?=\s*$)/u, '$1')
    .replace(/^(\s*\d+)\.0(?=\s*(?:周?岁|元|块|个|箱|盒|件|套|台|袋|瓶|桶|副|双|把|张|条|桶|床|辆|斤|公斤|kg))/iu, '$1')
}

/**
 * A cell's text made safe to store. Control characters, lone surrogates and invisible marks are removed (one stored
 * control character makes every later XLSX unreadable); line breaks and tabs become a blank. Cut at 1,000 characters.
 */
export function clean(cell: string): string {
  return cell
    .slice(0, 1000)
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\uFFFD-\uFFFF]/gu, '')
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .trim()
}

/** The same with line breaks preserved: several phones or wishes in a cell are often one per line. */
export function cleanLines(cell: string): string {
  return cell
    .split(/[\r\n\v\u0085\u2028\u2029]+/u)
    .map(clean)
    .filter(Boolean)
    .join('\n')
}

/** The text with full-width digits, letters and signs as ordinary ones; only for reading numbers and headings. */
export function plain(cell: string): string {
  return clean(clean(cell).normalize('NFKC'))
}

/** `plain` without any blank, in lower case: for comparing. */
export function squeezed(cell: string): string {
  return plain(cell).replace(/\s/gu, '').toLowerCase()
}

/** True for cells that say "nothing": empty, 无, 暂无, dashes, slashes. */
export function saysNothing(cell: string): boolean {
  return /^(?:[-—–_/\\.。、*?？]+|无|没有|暂无|空|none|n\/a|null)?$/u.test(squeezed(cell))
}

/** True for "as above" and its marks. */
export function saysDitto(cell: string): boolean {
  return /^(?:同上|同前|〃|"|″|''|”)$/u.test(squeezed(cell))
}

export const hanDigits = '零〇一二两三四五六七八九十百千'

/** 八十二 → 82, 两 → 2, 一百二十 → 120; null where it is not a Chinese number. */
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

/** A regular expression source for a number as people write it. */
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
