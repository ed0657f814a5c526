import { rowsAtOnce } from '#domain/lists/preview.ts'
import { isSameName } from '#domain/reading/names.ts'
import type { JudgedRow } from './judge-list.ts'

/** The chosen rows by index, in the order of the file, but lines of one name beside each other: they may make one file. */
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

/** Where the part that begins at `at` ends: after `rowsAtOnce` rows, and never between two lines of one name. */
export function endOfPart(rows: readonly JudgedRow[], order: readonly number[], at: number): number {
  const rowAt = (n: number) => rows[order[n] ?? -1]
  for (let end = at + rowsAtOnce; end < order.length; end++) {
    const [before, after] = [rowAt(end - 1), rowAt(end)]
    if (!before || !after || !areOfOne(before, after)) return end
  }
  return order.length
}

/** Of one person, or of one name: what was answered about two of a name holds while neither of them is in yet. */
function areOfOne(one: JudgedRow, other: JudgedRow): boolean {
  if (one.kind !== 'needs' || other.kind !== 'needs') return false
  return one.person === other.person || isSameName(one.row.name, other.row.name)
}
