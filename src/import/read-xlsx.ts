import readXlsxFile from 'read-excel-file/universal'
import type { Sheet } from '#domain/import/rows.ts'
import type { Tables } from './read-file.ts'
import { packStored, unzip } from './unzip.ts'
import { outlinesOf } from './workbook.ts'

/** Unpacked size and cells: far above any list of needs, far below what a small server can hold. */
const mostBytes = 40_000_000
const mostCells = 2_000_000

export async function readXlsx(bytes: Uint8Array): Promise<Tables> {
  const unzipped = await unzip(bytes, isNeeded, mostBytes)
  if (!unzipped.ok) return unzipped
  if (!unzipped.files.has('xl/workbook.xml')) return { ok: false, why: 'not-a-table' }

  const outlines = outlinesOf(unzipped.files)
  if (outlines.some(({ reach }) => reach === null)) return { ok: false, why: 'broken' }
  if (outlines.reduce((sum, { reach }) => sum + (reach ?? 0), 0) > mostCells) return { ok: false, why: 'too-big' }
  try {
    const read = await readXlsxFile(packStored(unzipped.files), { trim: false })
    const sheets = read.map(({ sheet, data }, index): Sheet & { hidden: boolean } => ({
      name: sheet,
      rows: (data ?? []).map((row) => row.map(cellText)),
      merges: outlines[index]?.merges ?? [],
      hidden: outlines[index]?.hidden ?? false,
    }))
    return {
      ok: true,
      sheets: sheets.filter(({ hidden }) => !hidden).map(({ hidden: _, ...sheet }) => sheet),
      hiddenSheets: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    }
  } catch {
    // Whatever the reader stumbles over, the person can save the file again.
    return { ok: false, why: 'broken' }
  }
}

function isNeeded(path: string): boolean {
  return (
    /^xl\/.*\.(?:xml|rels)$/i.test(path) &&
    !/\/(?:theme|drawings|media|charts|pivot\w*|comments\w*|externalLinks|printerSettings|customXml)\b/i.test(path)
  )
}

/** Dates as YYYY-MM-DD, numbers without the dust of binary fractions. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value)
}
