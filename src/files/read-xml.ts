/**
 * Reads XML as spreadsheets write it: elements, text, CDATA; comments and processing instructions are skipped. Lenient
 * about attributes, strict about nesting, so that a truncated file is noticed. A document type is refused: no
 * spreadsheet has one, and its entities could expand without limit.
 */
export type Token =
  | {
      readonly kind: 'open'
      readonly prefix: string
      readonly name: string
      readonly tag: string
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly prefix: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

export class BrokenXml extends Error {}

/** Every element and text in document order; an empty element has only an opening token. Throws `BrokenXml`. */
export function* tokensOf(xml: string): Generator<Token, void, void> {
  const open: string[] = []
  let at = 0
  for (;;) {
    const next = xml.indexOf('<', at)
    if (next === -1) break
    if (next > at && open.length > 0) yield { kind: 'text', text: decoded(xml.slice(at, next)) }
    const aside = asideAt(xml, next)
    if (aside !== null) {
      if (aside.text) yield { kind: 'text', text: aside.text }
      at = aside.end
      continue
    }

    const end = endOfTag(xml, next)
    const isClose = xml[next + 1] === '/'
    const tag = xml.slice(next + 1, end)
    const full = /^\/?([^\s/<>"'=]+)/.exec(tag)?.[1]
    if (full === undefined) throw new BrokenXml()
    const [prefix, name] = split(full)
    if (isClose) {
      if (open.pop() !== full) throw new BrokenXml()
      yield { kind: 'close', prefix, name }
    } else {
      const isEmpty = tag.endsWith('/')
      if (!isEmpty && open.push(full) > deepest) throw new BrokenXml()
      yield { kind: 'open', prefix, name, tag, isEmpty }
    }
    at = end + 1
  }
  if (open.length > 0) throw new BrokenXml()
}

/** An attribute by its name without prefix, such as `id` for `r:id`; null where the tag does not have it. */
export function attributeOf(tag: string, name: string): string | null {
  const shape = shapes.get(name) ?? new RegExp(`\\s(?:[^\\s=:"'<>/]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  shapes.set(name, shape)
  const found = shape.exec(tag)
  return found ? decoded(found[1] ?? found[2] ?? '') : null
}

/** Compiled expressions by attribute name; the program uses only a few names. */
const shapes = new Map<string, RegExp>()

/** The two ways in which XML writes true. */
export const isTrue = (value: string | null): boolean => value === '1' || value?.toLowerCase() === 'true'

/**
 * The prefixes of the elements of a vocabulary, whichever the writer chose: those that any element of the document
 * binds to one of `vocabularies`, or that of the root where none is bound.
 */
export function prefixesOf(xml: string, vocabularies: readonly string[]): ReadonlySet<string> {
  const bound = [...xml.matchAll(/\sxmlns(?::([^\s=:"'<>/]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, , one, other]) => vocabularies.includes(one ?? other ?? ''))
    .map(([, prefix]) => prefix ?? '')
  if (bound.length > 0) return new Set(bound)
  const root = /<([^\s/<>"'=!?]+)/.exec(xml)?.[1] ?? ''
  return new Set([split(root)[0]])
}

/**
 * `&#134071;` is one character although it is beyond the first 65,536; a surrogate pair written as two references is
 * joined.
 */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) => {
    if (name) return named[name] ?? ''
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point)
  })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The comment, CDATA section or instruction that begins here; null where an element begins. */
function asideAt(xml: string, at: number): { readonly end: number; readonly text: string } | null {
  if (xml[at + 1] === '?') return { end: after(xml, '?>', at), text: '' }
  if (xml[at + 1] !== '!') return null
  if (xml.startsWith('<!--', at)) return { end: after(xml, '-->', at + 4), text: '' }
  if (!xml.startsWith('<![CDATA[', at)) throw new BrokenXml()
  const end = after(xml, ']]>', at)
  return { end, text: xml.slice(at + 9, end - 3) }
}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from)
  if (found === -1) throw new BrokenXml()
  return found + sign.length
}

/** A `>` inside a quoted attribute does not end the tag. */
function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at] as string
    if (quote) {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if (sign === '<') break
    else if (sign === '"' || sign === "'") quote = sign
  }
  throw new BrokenXml()
}

function split(full: string): readonly [prefix: string, name: string] {
  const colon = full.indexOf(':')
  return colon === -1 ? ['', full] : [full.slice(0, colon), full.slice(colon + 1)]
}

const deepest = 100
