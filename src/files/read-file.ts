import { type CellPlace, mostListRows, type Sheet } from '#domain/lists/rows.ts'
import type { Emptied } from '#domain/reading/cells.ts'
import { withoutTraces } from '#domain/reading/cells.ts'
import { readCsv } from './read-csv.ts'
import { mostColumns } from './read-sheet.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Tables } from './tables-read.ts'

export const mostBytes = 5 * 1024 * 1024
/**
 * A workbook may have a sheet for each grid or month, most of which are not used: this only limits the time for
 * reading.
 */
const mostFilledLines = 20 * mostListRows

/**
 * A file's sheets as text. The format is recognised by the content, not by the name. Never throws: a picture, a damaged
 * archive or a locked workbook is returned as a reason.
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Tables> {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > mostBytes) return { ok: false, why: 'too-big' }
  if (startsWith(bytes, oleSign)) return { ok: false, why: holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-xls' }

  const read = startsWith(bytes, zipSign) ? await readXlsx(bytes) : readCsv(bytes, name.replace(/\.[^.]*$/, ''))
  return read.ok ? withinLimits(read) : read
}

function withinLimits(read: Extract<Tables, { ok: true }>): Tables {
  const filled = read.sheets.flatMap(({ rows }) => rows.filter((row) => row.some((cell) => cell.trim() !== ''))).length
  if (filled === 0) return { ok: false, why: 'empty' }
  if (filled > mostFilledLines) return { ok: false, why: 'too-long' }
  if (read.sheets.some(({ rows }) => rows.some(({ length }) => length > mostColumns)))
    return { ok: false, why: 'too-big' }
  return { ...read, sheets: read.sheets.map(asWritten) }
}

/** Removes the traces of programs that the list went through, for every format and column. */
function asWritten(sheet: Sheet): Sheet {
  const emptied = new Map<CellPlace, Emptied>(sheet.emptied)
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) => {
      const { text, emptied: why } = withoutTraces(cell)
      if (why) emptied.set(`${at}:${column}`, why)
      return text
    }),
  )
  return { ...sheet, rows, emptied }
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte)
}

/** Whether the bytes contain a word in UTF-16, as the directory of an old container stores names. */
function holds(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0])
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((one, offset) => bytes[at + offset] === one))
}

const zipSign = [0x50, 0x4b]
const oleSign = [0xd0, 0xcf, 0x11, 0xe0]
