import type { Merge } from '#domain/import/rows.ts'

/** What the spreadsheet reader leaves out: which sheets are hidden, and the merged cells of each, in the workbook's order. */
type Outline = { readonly hidden: boolean; readonly merges: readonly Merge[]; readonly reach: number | null }

const mostMerges = 5000
const mostLines = 1_048_576

/** One outline a sheet, in the order of the workbook. */
export function outlinesOf(files: ReadonlyMap<string, Uint8Array>): readonly Outline[] {
  const targets = new Map(
    tags(textOf(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return tags(textOf(files, 'xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? ''
    const sheet = textOf(files, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return {
      hidden: /hidden/i.test(attribute(tag, 'state')),
      merges: tags(sheet, 'mergeCell')
        .slice(0, mostMerges)
        .flatMap((merge) => mergeOf(attribute(merge, 'ref'))),
      reach: reachOf(sheet),
    }
  })
}

/**
 * Last filled line × last filled column, or null where an address is none. One stray cell in the far corner would blow a
 * small sheet up to gigabytes, and the reader takes any letter for a column.
 */
function reachOf(sheet: string): number | null {
  const last = { row: 0, column: 0 }
  const places = sheet.match(/<(?:c|row)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>/g) ?? []
  if (places.length !== (sheet.match(/<(?:c|row)(?=[\s/>])/g)?.length ?? 0)) return null
  for (const tag of places) {
    const [at, twice] = [...tag.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)].map(([, address = '']) => address)
    const found = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(at ?? '')
    if (at === undefined ? tag.startsWith('<c') : !found || twice !== undefined || Number(found[2]) > mostLines)
      return null
    if (!found || !tag.startsWith('<c') || tag.endsWith('/>')) continue
    last.row = Math.max(last.row, Number(found[2]))
    last.column = Math.max(last.column, columnOf(found[1] ?? '') + 1)
  }
  return last.row * last.column
}

function mergeOf(ref: string): readonly Merge[] {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!found) return []
  const [, left = '', top, right = '', bottom] = found
  return [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }]
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path) ?? new Uint8Array())
}
