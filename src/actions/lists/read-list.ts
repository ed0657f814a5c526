import { keyed } from '#auth/hashing.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import type { Draft, StoredRow } from '#domain/lists/preview.ts'
import { type Answers, noAnswers, type Question } from '#domain/lists/questions.ts'
import { fingerprintText, nthOfText } from '#domain/lists/repeats.ts'
import { type Known, mostListRows, type NeedRow, type RollRow } from '#domain/lists/rows.ts'
import { type NotUnderstood, type Understanding, understand } from '#domain/lists/understand.ts'
import { readTables } from '#files/read-file.ts'
import type { Unreadable } from '#files/tables-read.ts'

export type ListTrouble = Unreadable | NotUnderstood['why']
type ReadList =
  | { readonly ok: true; readonly draft: Draft; readonly headings: readonly string[] }
  | { readonly ok: false; readonly why: Exclude<ListTrouble, 'no-header'> }
  | { readonly ok: false; readonly why: 'no-header'; readonly seen: readonly string[] }
  | { readonly ok: false; readonly why: 'asks'; readonly question: Question }

/**
 * Reads an uploaded file: the rows of a preview, a question that has to be answered first, or the reason why nothing
 * could be read.
 */
export async function readList(
  bytes: Uint8Array,
  fileName: string,
  secret: string,
  { limitFen, today }: Pick<Known, 'limitFen' | 'today'>,
  answers: Answers = noAnswers,
): Promise<ReadList> {
  const tables = await readTables(bytes, fileName)
  if (!tables.ok) return tables
  const read = understand(tables.sheets, { items: catalogue, limitFen, today, fileName }, answers)
  if (!read.ok) return read

  const draft = draftOf(read, tables.hiddenSheets, secret)
  const isTooLong = draft.rows.length > mostListRows || JSON.stringify(draft).length > mostCharacters
  return isTooLong ? { ok: false, why: 'too-long' } : { ok: true, draft, headings: read.list }
}

/** The fingerprint by which a row is recognised when the same list is imported again. */
export const printOf = (secret: string, row: NeedRow | RollRow, period: string | null, nth: number): string =>
  keyed(secret, 'import', fingerprintText(row, period ?? '', nth))

function draftOf(read: Extract<Understanding, { ok: true }>, hiddenSheets: readonly string[], secret: string): Draft {
  const { period, sheets, left, headings, unused, notTaken, skipped, hidden, numbersCut } = read
  const nth = nthOfText(read.rows)
  const stored = <R extends NeedRow | RollRow>(row: R, at: number): StoredRow<R> => {
    const isTwice = row.errors.some(({ code }) => code === 'duplicate-in-file')
    const isHidden = row.doubts.some(({ code }) => code === 'hidden-row')
    return {
      row,
      origin: isTwice ? '' : printOf(secret, row, period, nth[at] ?? 0),
      choice: isHidden ? 'skip' : 'auto',
      reason: '',
    }
  }
  const hiddenLeft = hiddenSheets.map((name) => ({ name, why: 'hidden' as const }))
  const about = { sheets, left: [...left, ...hiddenLeft], headings, unused, notTaken, skipped, hidden, numbersCut }
  return read.kind === 'needs'
    ? { about, period, kind: 'needs', rows: read.rows.map(stored) }
    : { about, period, kind: 'roll', rows: read.rows.map(stored) }
}

// A Chinese character takes three bytes.
const mostCharacters = 600_000
