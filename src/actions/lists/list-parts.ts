import { rowsAtOnce } from '#domain/lists/preview.ts'
import { isSameName } from '#domain/reading/names.ts'
import type { JudgedRow } from './judge-list.ts'

/**
 * The indexes of the chosen rows in the file's order, but with rows of the same name together, because they may become
 * one file.
 */
export function inPersons(chosen: readonly JudgedRow[]): readonly number[] {
  const order: JudgedRow[] = []
  const placed = new Set<JudgedRow>()
  for (const row of chosen) {
    if (placed.has(row)) continue
    const theirs = chosen.filter((other) => other === row || (!placed.has(other) && areOfOne(row, other)))
    for (const one of theirs) placed.add(one)
    order.push(...theirs)
  }
  return order.map(({ index }) => index)
}

/** The end of the part that begins at `at`: after `rowsAtOnce` rows, but never between two rows of the same name. */
export function endOfPart(rows: readonly JudgedRow[], order: readonly number[], at: number): number {
  const rowAt = (n: number) => rows[order[n] ?? -1]
  for (let end = at + rowsAtOnce; end < order.length; end++) {
    const [before, after] = [rowAt(end - 1), rowAt(end)]
    if (!before || !after || !areOfOne(before, after)) return end
  }
  return order.length
}

/**
 * Whether two rows are about one person or have one name. An answer about two people of the same name is only valid
 * while neither of them has been imported.
 */
function areOfOne(one: JudgedRow, other: JudgedRow): boolean {
  if (one.kind !== 'needs' || other.kind !== 'needs') return false
  return one.person === other.person || isSameName(one.row.name, other.row.name)
}
