import { escapeXml } from '#domain/reading/xml.ts'
import { day } from '#domain/time/durations.ts'
import { zipped } from './zip.ts'

/** A value that a spreadsheet can calculate with; a time is the local time, because a sheet knows no zones. */
type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** A number with one decimal. */
  | { readonly kind: 'tenths'; readonly number: number }
  /** Local time expressed as if it were UTC. */
  | { readonly kind: 'time' | 'day'; readonly wall: Date }
  | null

type Row = readonly SheetCell[]

type PageHead = {
  /** At most 31 characters, none of []:*?/\ */
  readonly name: string
  readonly columns: readonly { readonly head: string; readonly width: number }[]
}
export type Page = PageHead & { readonly rows: readonly Row[] }
/** A page whose rows come in batches, requested while the file is written. */
type LongPage = PageHead & { readonly batches: AsyncIterable<readonly Row[]> }

/**
 * A workbook in which text stays text: no cell is a formula, whatever it begins with. The header row of each page is
 * frozen. Yields the file in pieces, and requests rows only as fast as it is read.
 */
export const xlsxPieces = (pages: readonly (Page | LongPage)[]): AsyncGenerator<Uint8Array, void, void> =>
  zipped([
    { name: '[Content_Types].xml', text: [contentTypes(pages.length)] },
    { name: '_rels/.rels', text: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(pages)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        relations([
          ...pages.map((_, n) => ['worksheet', `worksheets/sheet${n + 1}.xml`] as const),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', text: [styles] },
    ...pages.map((page, n) => ({ name: `xl/worksheets/sheet${n + 1}.xml`, text: sheet(page, n === 0) })),
  ])

/** The same as a whole, for a few hundred rows. */
export async function writeXlsx(pages: readonly Page[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: BlobPart[] = []
  for await (const piece of xlsxPieces(pages)) pieces.push(piece as Uint8Array<ArrayBuffer>)
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (count: number): string => {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`
  const sheets = Array.from({ length: count }, (_, n) => part(`worksheets/sheet${n + 1}`, 'worksheet'))
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets.join('')}</Types>`
}

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string => {
  const each = targets.map(
    ([kind, to], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${kind}" Target="${to}"/>`,
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

const workbook = (pages: readonly PageHead[]): string => {
  const each = pages.map(({ name }, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  const heads = pages.map(
    ({ name }, n) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${escapeXml(`'${name.replaceAll("'", "''")}'`)}!$1:$1</definedName>`,
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets><definedNames>${heads.join('')}</definedNames></workbook>`
}

/** Indexes into `cellXfs` below. */
const style = { plain: 0, head: 1, time: 2, day: 3, tenths: 4 } as const
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

async function* sheet(page: Page | LongPage, isFirst: boolean): AsyncGenerator<string, void, void> {
  const { columns } = page
  const selected = isFirst ? ' tabSelected="1"' : ''
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
  const heads = columns.map(({ head }, n) => inline(`${letters(n)}1`, style.head, head))
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>`
  let last = 1
  for await (const some of 'rows' in page ? [page.rows] : page.batches) {
    const before = last + 1
    yield some.map((row, n) => line(row, before + n)).join('')
    last += some.length
  }
  yield `</sheetData>${filter(columns.length, last)}${paper}</worksheet>`
}

const line = (row: Row, at: number): string =>
  `<row r="${at}">${row.map((cell, n) => place(cell, `${letters(n)}${at}`)).join('')}</row>`

/** A filter for each column. */
const filter = (columns: number, lastRow: number): string => `<autoFilter ref="A1:${letters(columns - 1)}${lastRow}"/>`

/** A4 landscape, fitted to the table's width, any number of pages, numbered; the header row is repeated on each. */
const paper =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'

function place(cell: SheetCell, at: string): string {
  if (cell === null) return ''
  if (cell.kind === 'text') return inline(at, style.plain, cell.text)
  if (cell.kind === 'number') return `<c r="${at}"><v>${cell.number}</v></c>`
  if (cell.kind === 'tenths') return `<c r="${at}" s="${style.tenths}"><v>${cell.number}</v></c>`
  return `<c r="${at}" s="${style[cell.kind]}"><v>${serial(cell.wall)}</v></c>`
}

const inline = (at: string, look: number, text: string): string =>
  `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(asTyped(text))}</t></is></c>`

/** Excel reads `_x0041_` as an A; a text typed that way must stay as typed. */
const asTyped = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** Days since the end of 1899, as spreadsheets count. */
const serial = (wall: Date): number => wall.getTime() / day + 25_569

/** A, B … Z, AA, AB … */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))
