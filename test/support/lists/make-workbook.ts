import { packStored } from './pack-stored.ts'

/** What a cell is meant to say. `day` is YYYY-MM-DD. */
export type MeantCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'error' }
  | null

export type MeantSheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly (readonly MeantCell[])[]
  readonly hiddenRows: readonly number[]
  readonly merges: readonly string[]
}

/** How a writer may spell the same workbook. */
export type Habits = {
  /** '' or 'x:' and the like, in front of every element. */
  readonly prefix: string
  readonly strings: 'shared' | 'inline' | 'formula'
  /** Whether a text is divided into runs and has a phonetic guide. */
  readonly isRich: boolean
  readonly entities: 'none' | 'decimal' | 'hex' | 'halves'
  readonly hasAddresses: boolean
  readonly is1904: boolean
  readonly isStrict: boolean
  readonly dates: 'built-in' | 'own-format' | 'iso'
  readonly workbookPath: string
  readonly targets: 'relative' | 'absolute' | 'upwards'
  readonly hasChart: boolean
}

export const plainHabits: Habits = {
  prefix: '',
  strings: 'inline',
  isRich: false,
  entities: 'none',
  hasAddresses: true,
  is1904: false,
  isStrict: false,
  dates: 'built-in',
  workbookPath: 'xl/workbook.xml',
  targets: 'relative',
  hasChart: false,
}

/** A workbook written by hand, part by part, with habits that no writer of the registry can be told to have. */
export function makeWorkbook(sheets: readonly MeantSheet[], own: Partial<Habits> = {}): Uint8Array<ArrayBuffer> {
  return packStored(new Map([...partsOf(sheets, { ...plainHabits, ...own })].map(([path, xml]) => [path, bytes(xml)])))
}

/** The same before it is packed. */
export function partsOf(sheets: readonly MeantSheet[], habits: Habits): ReadonlyMap<string, string> {
  const { prefix, workbookPath, hasChart } = habits
  const folder = workbookPath.replace(/[^/]*$/, '')
  const strings: string[] = []
  const tag = (name: string, attributes: string, inside: string) =>
    `<${prefix}${name}${attributes}>${inside}</${prefix}${name}>`
  const root = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <row r="1"> -->${tag(name, ` ${namespace(habits)} xmlns:o="${office(habits)}"`, inside)}`

  const files = sheets.map(
    (sheet, n) =>
      [`${folder}worksheets/sheet${n + 1}.xml`, root('worksheet', sheetOf(sheet, habits, strings))] as const,
  )
  const listed = sheets.map(({ name, isHidden }, n) => {
    const state = isHidden ? ` state="${n % 2 ? 'hidden' : 'veryHidden'}"` : ''
    return `<${prefix}sheet name="${escaped(name, habits)}" sheetId="${n + 1}"${state} o:id="r${n + 1}"/>`
  })
  if (hasChart) listed.splice(1, 0, `<${prefix}sheet name="图" sheetId="99" o:id="chart"/>`)
  const relations = [
    ...files.map(([path], n) => relation(`r${n + 1}`, 'worksheet', path, habits)),
    ...(hasChart ? [relation('chart', 'chartsheet', `${folder}chartsheets/sheet1.xml`, habits)] : []),
    relation('styles', 'styles', `${folder}styles.xml`, habits),
    ...(strings.length ? [relation('strings', 'sharedStrings', `${folder}sharedStrings.xml`, habits)] : []),
  ]
  return new Map([
    [
      '_rels/.rels',
      relationsOf([`<Relationship Id="a" Type="${office(habits)}/officeDocument" Target="/${workbookPath}"/>`]),
    ],
    [
      workbookPath,
      root(
        'workbook',
        `<${prefix}workbookPr${habits.is1904 ? ' date1904="true"' : ''}/>${tag('sheets', '', listed.join(''))}`,
      ),
    ],
    [workbookPath.replace(/[^/]*$/, (file) => `_rels/${file}.rels`), relationsOf(relations)],
    [`${folder}styles.xml`, root('styleSheet', styles(prefix))],
    ...files,
    ...(strings.length ? ([[`${folder}sharedStrings.xml`, root('sst', strings.join(''))]] as const) : []),
    ...(hasChart ? ([[`${folder}chartsheets/sheet1.xml`, root('chartsheet', '')]] as const) : []),
  ])
}

function sheetOf({ rows, hiddenRows, merges }: MeantSheet, habits: Habits, strings: string[]): string {
  const { prefix, hasAddresses } = habits
  const lines = rows.map((row, at) => {
    const hidden = hiddenRows.includes(at) ? ' hidden="1"' : ''
    const cells = row.map((cell, column) => {
      const place = hasAddresses ? ` r="${letters(column)}${at + 1}"` : ''
      return cell === null ? `<${prefix}c${place} s="0"/>` : cellOf(cell, place, habits, strings)
    })
    return `<${prefix}row${hasAddresses ? ` r="${at + 1}"` : ''}${hidden}>${cells.join('')}</${prefix}row>`
  })
  const merged = merges.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join('')
  return `<${prefix}sheetData>${lines.join('')}</${prefix}sheetData>${merged && `<${prefix}mergeCells>${merged}</${prefix}mergeCells>`}`
}

function cellOf(cell: Exclude<MeantCell, null>, place: string, habits: Habits, strings: string[]): string {
  const { prefix } = habits
  const c = (attributes: string, inside: string) => `<${prefix}c${place}${attributes}>${inside}</${prefix}c>`
  const v = (inside: string) => `<${prefix}v>${inside}</${prefix}v>`
  if (cell.is === 'error') return c(' t="e"', v('#N/A'))
  if (cell.is === 'number') return c('', v(String(cell.number)))
  if (cell.is === 'day') {
    if (habits.dates === 'iso') return c(' t="d"', v(`${cell.day}T00:00:00`))
    const from = habits.is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
    return c(` s="${habits.dates === 'built-in' ? 1 : 2}"`, v(String((Date.parse(cell.day) - from) / 86_400_000)))
  }
  if (habits.strings === 'formula')
    return c(' t="str"', `<${prefix}f>A1&amp;"、"</${prefix}f>${v(escaped(cell.text, habits))}`)
  const words = wordsOf(cell.text, habits)
  if (habits.strings === 'inline') return c(' t="inlineStr"', `<${prefix}is>${words}</${prefix}is>`)
  strings.push(`<${prefix}si>${words}</${prefix}si>`)
  return c(' t="s"', v(String(strings.length - 1)))
}

function wordsOf(text: string, habits: Habits): string {
  const { prefix, isRich } = habits
  const t = (words: string) => `<${prefix}t xml:space="preserve">${escaped(words, habits)}</${prefix}t>`
  if (!isRich) return t(text)
  const signs = [...text]
  const half = Math.floor(signs.length / 2)
  const run = (words: readonly string[]) =>
    `<${prefix}r><${prefix}rPr><${prefix}b/></${prefix}rPr>${t(words.join(''))}</${prefix}r>`
  return `${run(signs.slice(0, half))}${run(signs.slice(half))}<${prefix}rPh sb="0" eb="1">${t('zhuyin')}</${prefix}rPh>`
}

function escaped(text: string, { entities }: Habits): string {
  const safe = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  return [...safe]
    .map((sign) => {
      const point = sign.codePointAt(0) ?? 0
      if (entities === 'decimal' && point > 127) return `&#${point};`
      if (entities === 'hex' && point > 127) return `&#x${point.toString(16).toUpperCase()};`
      if (entities === 'halves' && point > 0xffff) return [0, 1].map((half) => `&#${sign.charCodeAt(half)};`).join('')
      return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[sign] ?? sign
    })
    .join('')
}

/** Style 1 is the built-in date, style 2 a format of the writer's own. */
const styles = (prefix: string) =>
  `<${prefix}numFmts><${prefix}numFmt numFmtId="177" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></${prefix}numFmts><${prefix}cellStyleXfs><${prefix}xf numFmtId="14"/></${prefix}cellStyleXfs><${prefix}cellXfs><${prefix}xf numFmtId="0"/><${prefix}xf numFmtId="14"/><${prefix}xf numFmtId="177"/></${prefix}cellXfs>`

function relation(id: string, type: string, path: string, habits: Habits): string {
  const within = path.slice(habits.workbookPath.lastIndexOf('/') + 1)
  const up = habits.workbookPath.split('/').slice(0, -1)
  const target = { relative: within, absolute: `/${path}`, upwards: `${up.map(() => '../').join('')}${path}` }[
    habits.targets
  ]
  return `<Relationship Target="${target}" Id="${id}" Type="${office(habits)}/${type}"/>`
}

const relationsOf = (each: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`

const namespace = ({ prefix, isStrict }: Habits) => {
  const name = isStrict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return `xmlns${prefix && `:${prefix.slice(0, -1)}`}="${name}"`
}

const office = ({ isStrict }: Habits) =>
  isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

const bytes = (xml: string) => new TextEncoder().encode(xml)
