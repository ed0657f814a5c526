import { addressKey, isComplete } from '#domain/reading/addresses.ts'
import { squeezed } from '#domain/reading/cells.ts'
import { foldedName, nameKey } from '#domain/reading/names.ts'
import type { Doubt, Place, Problem } from './problems.ts'
import type { NeedRow, RollRow } from './rows.ts'

/**
 * What only the whole list shows: the second line for the same person's same wish, and one number for two households.
 * Safe to run again over mended rows: earlier marks are taken off first.
 */
export function markRepeats(rows: readonly NeedRow[]): readonly NeedRow[] {
  const first = new Map<string, NeedRow>()
  const homes = new Map<string, Map<string, NeedRow>>()
  for (const row of rows) {
    const key = wishKey(row)
    if (key && !first.has(key)) first.set(key, row)
    for (const phone of row.phones) {
      const living = homes.get(phone) ?? new Map<string, NeedRow>()
      if (!living.has(homeKey(row))) living.set(homeKey(row), row)
      homes.set(phone, living)
    }
  }
  return rows.map((row) => {
    const earlier = first.get(wishKey(row) ?? '')
    const twice: Problem[] = earlier && earlier !== row ? [{ code: 'duplicate-in-file', first: placeOf(earlier) }] : []
    const shared = row.phones.flatMap((phone): Doubt[] => {
      const other = [...(homes.get(phone) ?? [])].find(([home]) => home !== homeKey(row))?.[1]
      return other ? [{ code: 'shared-phone', phone, with: placeOf(other) }] : []
    })
    return {
      ...row,
      errors: [...row.errors.filter(({ code }) => code !== 'duplicate-in-file'), ...twice],
      doubts: [...row.doubts.filter(({ code }) => code !== 'shared-phone'), ...shared],
    }
  })
}

/** A volunteer signs in with the number, so a number can stand in a roll once. */
export function markRepeatedVolunteers(rows: readonly RollRow[]): readonly RollRow[] {
  const first = new Map<string, RollRow>()
  for (const row of rows) if (row.phone && !first.has(row.phone)) first.set(row.phone, row)
  return rows.map((row) => {
    const earlier = row.phone ? first.get(row.phone) : undefined
    const twice: Problem[] = earlier && earlier !== row ? [{ code: 'duplicate-in-file', first: placeOf(earlier) }] : []
    return { ...row, errors: [...row.errors.filter(({ code }) => code !== 'duplicate-in-file'), ...twice] }
  })
}

/**
 * What makes a row the same row when the same list comes again, in any order: the caller hashes it. The quantity, the
 * value and the line number are left out, so that a corrected list adds nothing twice either.
 */
export function fingerprintText(row: NeedRow | RollRow, period: string | null): string {
  if ('strengths' in row) return JSON.stringify(['roll', row.phone ?? foldedName(row.name)])
  return JSON.stringify(['need', period ?? '', foldedName(row.name), reachedAt(row), wanted(row)])
}

function wishKey(row: NeedRow): string | null {
  if (row.name === '' || wanted(row) === '') return null
  return JSON.stringify([nameKey(row.name), reachedAt(row), wanted(row)])
}

function homeKey(row: NeedRow): string {
  const { address } = row
  return isComplete(address) ? addressKey(address) : squeezed(address.raw) || nameKey(row.name)
}

function reachedAt(row: NeedRow): string {
  return row.phones[0] ?? homeKey(row)
}

function wanted(row: NeedRow): string {
  return row.wish.item ?? squeezed(row.wish.text)
}

function placeOf({ sheet, line }: Place): Place {
  return { sheet, line }
}
