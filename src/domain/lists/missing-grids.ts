import type { RowState } from './preview.ts'
import type { Doubt } from './problems.ts'

type Judged = { readonly state: RowState; readonly row: { readonly doubts: readonly Doubt[] } }

type MissingGrid = {
  /** The name that no grid of the community has; empty for the rows that name none. */
  readonly written: string
  /** The indexes of the rows. */
  readonly rows: readonly number[]
}

/** The rows that wait for a grid, by what they say of it: one answer is enough for all rows that say the same. */
export function missingGrids(rows: readonly Judged[]): readonly MissingGrid[] {
  const found = new Map<string, number[]>()
  for (const [index, { state, row }] of rows.entries()) {
    const written = state === 'skipped' ? null : writtenIn(row.doubts)
    if (written !== null) found.set(written, [...(found.get(written) ?? []), index])
  }
  return [...found].map(([written, indexes]) => ({ written, rows: indexes }))
}

function writtenIn(doubts: readonly Doubt[]): string | null {
  const unknown = doubts.find((doubt) => doubt.code === 'unknown-grid')
  if (unknown) return unknown.written
  return doubts.some(({ code }) => code === 'no-grid') ? '' : null
}
