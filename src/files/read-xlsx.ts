import type { Sheet } from '#domain/lists/rows.ts'
import { type Shared, sheetOf } from './read-sheet.ts'
import { BrokenXml } from './read-xml.ts'
import type { Tables } from './tables-read.ts'
import { unzip } from './unzip.ts'
import { dateStylesOf, type Relation, relationsOf, sharedStringsOf, workbookOf } from './workbook.ts'

/** In bytes, unpacked, all parts together: far more than any needs list has, far less than fills a small server. */
const mostBytes = 40_000_000
const mostSheets = 60

type Trouble = Extract<Tables, { ok: false }>

/**
 * A workbook → its visible sheets as text. Parts are unpacked one at a time and then released: the workbook part
 * (wherever the package says it is), the tables its cells refer to, and each sheet. Pictures, charts and hidden sheets
 * are never unpacked.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Tables> {
  try {
    return await readParts(bytes)
  } catch (error) {
    if (error instanceof BrokenXml) return broken
    throw error
  }
}

async function readParts(bytes: Uint8Array): Promise<Tables> {
  const part = unpacker(bytes)
  const rootRelations = await part('_rels/.rels')
  if (typeof rootRelations === 'object') return rootRelations
  const path = targetOf(relationsOf(rootRelations), 'officeDocument', '') ?? 'xl/workbook.xml'

  const xml = await part(path)
  if (typeof xml === 'object') return xml
  if (xml === '' || !path.endsWith('.xml')) return { ok: false, why: 'not-a-table' }
  const relationsXml = await part(path.replace(/[^/]*$/, (file) => `_rels/${file}.rels`))
  if (typeof relationsXml === 'object') return relationsXml
  const relations = relationsOf(relationsXml)
  const { is1904, sheets: entries } = workbookOf(xml)
  if (entries.length > mostSheets) return { ok: false, why: 'too-big' }

  const strings = await part(targetOf(relations, 'sharedStrings', path))
  if (typeof strings === 'object') return strings
  const styles = await part(targetOf(relations, 'styles', path))
  if (typeof styles === 'object') return styles
  const shared: Shared = { is1904, strings: sharedStringsOf(strings), dateStyles: dateStylesOf(styles) }

  const sheets: Sheet[] = []
  const hiddenSheets: string[] = []
  for (const { name, relation, isHidden } of entries) {
    const own = relations.find(({ id }) => id === relation)
    // Charts and dialogs are listed among the sheets but have no cells; WPS stores the pictures of cells in a sheet of
    // its own.
    if (own?.type !== 'worksheet' || name.startsWith('WpsReserved_')) continue
    if (isHidden) {
      hiddenSheets.push(name)
      continue
    }
    const sheetXml = await part(resolved(own.target, path))
    if (typeof sheetXml === 'object') return sheetXml
    if (sheetXml === '') return broken
    const read = sheetOf(name, sheetXml, shared)
    if (!read.ok) return read
    sheets.push(read.sheet)
  }
  return entries.length === 0 ? broken : { ok: true, sheets, hiddenSheets }
}

/**
 * Unpacks one part as text, '' where it is missing, with one limit for all parts. Names are compared without case,
 * because writers differ.
 */
function unpacker(bytes: Uint8Array) {
  let left = mostBytes
  return async (path: string | null): Promise<string | Trouble> => {
    if (path === null) return ''
    const wanted = path.toLowerCase()
    const unzipped = await unzip(bytes, (other) => other.toLowerCase() === wanted, left)
    if (!unzipped.ok) return unzipped
    const [file] = unzipped.files.values()
    if (file === undefined) return ''
    left -= file.length
    return textOf(file)
  }
}

function targetOf(relations: readonly Relation[], type: string, from: string): string | null {
  const found = relations.find((relation) => relation.type === type)
  return found ? resolved(found.target, from) : null
}

/** Resolves "../worksheets/sheet1.xml" relative to the part that names it; a leading slash means the root. */
function resolved(target: string, from: string): string {
  const plain = decoded(target).replaceAll('\\', '/')
  const path = plain.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of plain.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** XML is UTF-8 unless it begins with the byte order mark of UTF-16. */
function textOf(file: Uint8Array): string {
  const encoding =
    file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(file)
}

const broken: Trouble = { ok: false, why: 'broken' }
