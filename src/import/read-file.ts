import type { Sheet } from '#domain/import/rows.ts'
import { readCsv } from './read-csv.ts'

const unreadable = ['empty', 'too-big', 'too-many-rows', 'old-xls', 'encrypted', 'not-a-table', 'broken'] as const
export type Unreadable = (typeof unreadable)[number]
export type Tables =
  /** `hiddenSheets`: names of the sheets that are hidden in the workbook and were therefore not read. */
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly hiddenSheets: readonly string[] }
  | { readonly ok: false; readonly why: Unreadable }

export const mostBytes = 5 * 1024 * 1024
const mostRows = 5000
const mostSheets = 60
const mostColumns = 200

/**
 * A file as it was handed in → its sheets as text, by what is in it rather than by its name. Never throws: a picture,
 * a damaged archive or a locked workbook comes back as a reason.
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Tables> {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > mostBytes) return { ok: false, why: 'too-big' }
  if (startsWith(bytes, oleSign)) return { ok: false, why: holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-xls' }

  const read = startsWith(bytes, zipSign) ? await readWorkbook(bytes) : readCsv(bytes, name.replace(/\.[^.]*$/, ''))
  return read.ok ? withinLimits(read) : read
}

/** Its reader is large and seldom needed: it is loaded with the first workbook. */
const readWorkbook = async (bytes: Uint8Array): Promise<Tables> => (await import('./read-xlsx.ts')).readXlsx(bytes)

function withinLimits(read: Extract<Tables, { ok: true }>): Tables {
  const { sheets } = read
  const filled = sheets.flatMap(({ rows }) => rows.filter((row) => row.some((cell) => cell.trim() !== ''))).length
  if (filled === 0) return { ok: false, why: 'empty' }
  if (filled > mostRows) return { ok: false, why: 'too-many-rows' }
  if (sheets.length > mostSheets || sheets.some(({ rows }) => rows.some(({ length }) => length > mostColumns))) {
    return { ok: false, why: 'too-big' }
  }
  return read
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte)
}

/** A name in the directory of an old container is stored as UTF-16. */
function holds(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0])
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((one, offset) => bytes[at + offset] === one))
}

const zipSign = [0x50, 0x4b]
const oleSign = [0xd0, 0xcf, 0x11, 0xe0]
