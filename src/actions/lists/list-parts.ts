import { isSamePerson, rowsAtOnce } from '#domain/lists/preview.ts'
import { type JudgedRow, whoOf } from './judge-list.ts'

/** The chosen rows by index, in the order of the file, but lines of one person beside each other: they make one file. */
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

/** Where the part that begins at `at` ends: after `rowsAtOnce` rows, and never between two lines of one person. */
export function endOfPart(rows: readonly JudgedRow[], order: readonly number[], at: number): number {
  const rowAt = (n: number) => rows[order[n] ?? -1]
  for (let end = at + rowsAtOnce; end < order.length; end++) {
    const [before, after] = [rowAt(end - 1), rowAt(end)]
    if (!before || !after || !areOfOne(before, after)) return end
  }
  return order.length
}

function areOfOne(one: JudgedRow, other: JudgedRow): boolean {
  if (one.kind !== 'needs' || other.kind !== 'needs') return false
  if (one.resident || other.resident) return one.resident?.id === other.resident?.id
  return isSamePerson(whoOf(one.row, one.grid), whoOf(other.row, other.grid))
}
