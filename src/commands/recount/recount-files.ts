import Papa from 'papaparse'
import { readXlsx } from '#files/read-xlsx.ts'
import type { Get } from './surfaces.ts'
import { type KeyOf, keysIn, likeCsv } from './workbook-rows.ts'

type Rows = readonly (readonly string[])[]
type Correction = { readonly figure: string; readonly old: number | null; readonly new: number }

/** The three files of a month's figures, cell by cell. */
export type Files = {
  readonly csv: Rows
  /** With the columns of the CSV. */
  readonly xlsx: Rows
  /** The keys of figures by their names in the workbook, which has no keys. */
  readonly keyOf: KeyOf
  readonly sheets: readonly { readonly name: string; readonly rows: Rows }[]
  readonly json: { readonly corrections: readonly Correction[] }
}

export async function readFiles(get: Get, month: string, query: string): Promise<Files> {
  const at = (kind: string) => get(`/reports/${month}/figures.${kind}?${query}`)
  const csv = Papa.parse<string[]>((await (await at('csv')).text()).replace(/^\ufeff/, '').trim()).data
  const read = await readXlsx(new Uint8Array(await (await at('xlsx')).arrayBuffer()))
  const sheets = read.ok ? read.sheets : []
  const json = (await (await at('json')).json()) as Files['json']
  return { csv, sheets, xlsx: likeCsv(sheets[0]?.rows ?? [], csv), keyOf: keysIn(csv), json }
}
