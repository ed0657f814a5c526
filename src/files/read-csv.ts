import Papa from 'papaparse'
import type { Tables } from './tables-read.ts'

/** Reads a list separated by comma, tab or semicolon, in UTF-8, GBK, or the UTF-16 that Excel calls "Unicode text". */
export function readCsv(bytes: Uint8Array, sheetName: string): Tables {
  const text = decoded(bytes)
  if (text === null) return { ok: false, why: 'not-a-table' }
  if (text.trim() === '') return { ok: false, why: 'empty' }
  // Some programs export a web page under another extension.
  if (/^\s*(?:<!doctype|<html|<\?xml|<table|\{\\rtf|%pdf-)/i.test(text)) return { ok: false, why: 'not-a-table' }
  const rows = rowsOf(text.replace(/^sep=.\r?\n/i, ''))
  return { ok: true, sheets: [{ name: sheetName, rows }], hiddenSheets: [] }
}

function rowsOf(text: string): string[][] {
  const tried = ['\t', ',', ';', '，', '|'].map((delimiter) => ({
    delimiter,
    score: scoreOf(text.slice(0, 20_000), delimiter),
  }))
  const { delimiter } = tried.reduce((best, one) => (one.score > best.score ? one : best))
  const read = parse(text, delimiter)
  // A single quote mark that is never closed would swallow the rest of the list.
  return read.errors.some(({ code }) => code === 'MissingQuotes') ? parse(text, delimiter, '\u0001').data : read.data
}

/**
 * The number of cells in lines that have at least three: a title or a note with commas must not decide the separator.
 */
function scoreOf(text: string, delimiter: string): number {
  return parse(text, delimiter).data.reduce((sum, row) => sum + (row.length >= 3 ? row.length : 0), 0)
}

function parse(text: string, delimiter: string, quoteChar = '"') {
  return Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: false })
}

/** Null where the bytes are not text. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  if (bytes.subarray(0, 4096).includes(0)) return null

  const strict = decode(bytes, 'utf-8', true)
  if (strict !== null) return strict
  const chinese = decode(bytes, 'gb18030') ?? decode(bytes, 'gbk')
  // A few damaged bytes are accepted; a picture is damaged throughout.
  const spoilt = chinese?.match(/[\uFFFD\p{Cc}]/gu)?.filter((sign) => !/\s/.test(sign)).length ?? 0
  return chinese !== null && spoilt * 100 <= chinese.length + 100 ? chinese : null
}

function decode(bytes: Uint8Array, encoding: string, fatal = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}
