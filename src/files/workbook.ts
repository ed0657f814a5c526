import { attributeOf, isTrue, prefixesOf, type Token, tokensOf } from './read-xml.ts'
import { builtInDate, type DateFormat, dateFormatOf } from './sheet-dates.ts'

type Workbook = { readonly is1904: boolean; readonly sheets: readonly SheetEntry[] }
/** A sheet as the workbook lists it, before it is read. */
type SheetEntry = { readonly name: string; readonly relation: string; readonly isHidden: boolean }
export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** The spreadsheet vocabulary, in its usual and its strict form. */
const spreadsheets = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]

/**
 * The tokens of a part; elements of other vocabularies get the name '' so that they are never mistaken for spreadsheet
 * ones.
 */
export function* spreadsheetTokens(xml: string): Generator<Token, void, void> {
  const prefixes = prefixesOf(xml, spreadsheets)
  for (const token of tokensOf(xml)) {
    yield token.kind === 'text' || prefixes.has(token.prefix) ? token : { ...token, name: '' }
  }
}

/** What a part points to. `type` is the last word of the relationship's type, such as worksheet or sharedStrings. */
export function relationsOf(xml: string): readonly Relation[] {
  const found: Relation[] = []
  for (const token of tokensOf(xml)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(token.tag, name) ?? '')
    if (id && type && target) found.push({ id, type: type.split('/').at(-1) ?? '', target })
  }
  return found
}

export function workbookOf(xml: string): Workbook {
  const sheets: SheetEntry[] = []
  let is1904 = false
  for (const token of spreadsheetTokens(xml)) {
    if (token.kind !== 'open') continue
    if (token.name === 'workbookPr') is1904 ||= isTrue(attributeOf(token.tag, 'date1904'))
    if (token.name !== 'sheet') continue
    sheets.push({
      name: attributeOf(token.tag, 'name') ?? '',
      relation: attributeOf(token.tag, 'id') ?? '',
      isHidden: /hidden/i.test(attributeOf(token.tag, 'state') ?? ''),
    })
  }
  return { is1904, sheets }
}

/** For each cell style, whether it shows a number as a date. */
export function dateStylesOf(xml: string): readonly (DateFormat | null)[] {
  const own = new Map<number, DateFormat | null>()
  const styles: (DateFormat | null)[] = []
  let isCells = false
  for (const token of spreadsheetTokens(xml)) {
    if (token.kind === 'text') continue
    if (token.name === 'cellXfs') isCells = token.kind === 'open' && !token.isEmpty
    if (token.kind === 'close') continue
    if (token.name === 'numFmt') {
      own.set(Number(attributeOf(token.tag, 'numFmtId')), dateFormatOf(attributeOf(token.tag, 'formatCode') ?? ''))
    }
    if (isCells && token.name === 'xf') {
      const id = Number(attributeOf(token.tag, 'numFmtId') ?? 0)
      styles.push(own.get(id) ?? builtInDate(id))
    }
  }
  return styles
}

/** The strings that cells point to, in order. */
export function sharedStringsOf(xml: string): readonly string[] {
  const strings: string[] = []
  let words: Words | null = null
  for (const token of spreadsheetTokens(xml)) {
    if (token.kind === 'open' && token.name === 'si') {
      words = newWords()
      if (token.isEmpty) strings.push('')
    } else if (token.kind === 'close' && token.name === 'si') strings.push(unescaped(words?.text ?? ''))
    else if (words) words.see(token)
  }
  return strings
}

/** Collects the text of a string that may have several runs; its phonetic guide is left out. */
export type Words = { readonly text: string; see(token: Token): void }
export function newWords(): Words {
  const words = {
    text: '',
    isText: false,
    isSound: false,
    see(token: Token) {
      if (token.kind === 'text') {
        if (words.isText && !words.isSound) words.text += token.text
        return
      }
      const isOpen = token.kind === 'open' && !token.isEmpty
      if (token.name === 't') words.isText = isOpen
      if (token.name === 'rPh') words.isSound = isOpen
    },
  }
  return words
}

/** Spreadsheets write characters that XML does not allow as _x000D_, and that literal text as _x005F_x000D_. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
