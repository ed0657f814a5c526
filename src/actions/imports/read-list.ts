import { keyed } from '#auth/hashing.ts'
import { catalogue } from '#domain/catalogue.ts'
import type { Draft, Kept } from '#domain/import/preview.ts'
import { fingerprintText } from '#domain/import/repeats.ts'
import { type Known, mostListRows, type NeedRow, type RollRow } from '#domain/import/rows.ts'
import { type NotUnderstood, type Understanding, understand } from '#domain/import/understand.ts'
import { readTables, type Unreadable } from '#import/read-file.ts'

export type ListTrouble = Unreadable | NotUnderstood['why']
type ReadList = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly why: ListTrouble }

/** A file as it was handed in → the rows of a preview, or the one reason why there are none. */
export async function readList(
  bytes: Uint8Array,
  fileName: string,
  secret: string,
  { limitFen, today }: Pick<Known, 'limitFen' | 'today'>,
): Promise<ReadList> {
  const tables = await readTables(bytes, fileName)
  if (!tables.ok) return tables
  const read = understand(tables.sheets, { items: catalogue, limitFen, today, fileName })
  if (!read.ok) return read

  const draft = draftOf(read, secret)
  const isTooLong = draft.rows.length > mostListRows || JSON.stringify(draft).length > mostCharacters
  return isTooLong ? { ok: false, why: 'too-long' } : { ok: true, draft }
}

/** What a row is recognised by when the same list comes again. */
export const printOf = (secret: string, row: NeedRow | RollRow, period: string | null): string =>
  keyed(secret, 'import', fingerprintText(row, period ?? ''))

function draftOf(read: Extract<Understanding, { ok: true }>, secret: string): Draft {
  const { period, sheets, left, notUnderstood, notTaken, skipped } = read
  const kept = <R extends NeedRow | RollRow>(row: R): Kept<R> => {
    const isTwice = row.errors.some(({ code }) => code === 'duplicate-in-file')
    return { row, origin: isTwice ? '' : printOf(secret, row, period), choice: 'auto', reason: '' }
  }
  const shared = { period, about: { sheets, left, notUnderstood, notTaken, skipped } }
  return read.kind === 'needs'
    ? { ...shared, kind: 'needs', rows: read.rows.map(kept) }
    : { ...shared, kind: 'roll', rows: read.rows.map(kept) }
}

// Han takes three bytes each.
const mostCharacters = 600_000
