import { addressKey, isComplete } from '#domain/reading/addresses.ts'
import { squeezed } from '#domain/reading/cells.ts'
import { foldedName, nameKey } from '#domain/reading/names.ts'
import type { Doubt, Place, Problem } from './problems.ts'
import type { NeedRow, RollRow } from './rows.ts'
import { type Facts, type Line, type WhoAnswer, whetherSame, whoIsMeant } from './same-person.ts'

/**
 * What only the whole list shows: the second line for the same person's same wish, and one number for two households.
 * `persons` says whose each row is; a row of '' is compared with no other. Safe to run again over mended rows: earlier
 * marks are taken off first.
 */
export function markRepeats(
  rows: readonly NeedRow[],
  persons: readonly string[] = personsOf(rows),
): readonly NeedRow[] {
  const first = new Map<string, NeedRow>()
  const homes = new Map<string, Map<string, { readonly row: NeedRow; readonly person: string }>>()
  const keys = rows.map((row, at) => wishKey(row, persons[at] ?? ''))
  rows.forEach((row, at) => {
    const key = keys[at]
    if (key && !first.has(key)) first.set(key, row)
    for (const phone of row.phones) {
      const living = homes.get(phone) ?? new Map()
      if (!living.has(homeKey(row))) living.set(homeKey(row), { row, person: persons[at] ?? '' })
      homes.set(phone, living)
    }
  })
  return rows.map((row, at) => {
    const earlier = first.get(keys[at] ?? '')
    const twice: Problem[] = earlier && earlier !== row ? [{ code: 'duplicate-in-file', first: placeOf(earlier) }] : []
    const isElsewhere = (home: string, person: string) =>
      home !== homeKey(row) && (person === '' || person !== persons[at])
    const shared = row.phones.flatMap((phone): Doubt[] => {
      const other = [...(homes.get(phone) ?? [])].find(([home, { person }]) => isElsewhere(home, person))?.[1].row
      return other ? [{ code: 'shared-phone', phone, with: placeOf(other) }] : []
    })
    return {
      ...row,
      errors: [...row.errors.filter(({ code }) => code !== 'duplicate-in-file'), ...twice],
      doubts: [...row.doubts.filter(({ code }) => code !== 'shared-phone'), ...shared],
    }
  })
}

/** Whose each row is as far as the list alone says it, with nothing answered. */
function personsOf(rows: readonly NeedRow[]): readonly string[] {
  const found = whoIsMeant(
    rows.map((row, index) => lineOf(row, index, null)),
    [],
  )
  return rows.map((_, index) => found.get(index)?.person ?? '')
}

export const factsOf = ({ name, phones, address }: NeedRow): Facts => ({ name, phones, homes: [address] })

export const lineOf = (row: NeedRow, index: number, answer: WhoAnswer | null): Line => ({
  ...factsOf(row),
  index,
  sheet: row.sheet,
  line: row.line,
  answer,
})

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
 * value and the line number are left out, so that a corrected list adds nothing twice either. `nth` is that of `nthOfText`.
 */
export function fingerprintText(row: NeedRow | RollRow, period: string | null, nth = 0): string {
  if ('strengths' in row) return JSON.stringify(['roll', row.phone ?? foldedName(row.name)])
  const text = ['need', period ?? '', foldedName(row.name), reachedAt(row), wanted(row)]
  return JSON.stringify(nth > 0 ? [...text, nth] : text)
}

/**
 * Two people of one name may have one telephone, or none, and want the same thing: the second of them has a fingerprint of
 * its own, or it would count as brought in with the first. Whoever is the same for certain has the same.
 */
export function nthOfText(rows: readonly (NeedRow | RollRow)[]): readonly number[] {
  const before = new Map<string, NeedRow[]>()
  return rows.map((row) => {
    if ('strengths' in row) return 0
    const text = fingerprintText(row, null)
    const others = before.get(text) ?? []
    const at = others.findIndex(
      (other) => isSameLine(other, row) || whetherSame(factsOf(other), factsOf(row)) === 'same',
    )
    if (at >= 0) return at
    before.set(text, [...others, row])
    return others.length
  })
}

const isSameLine = (one: NeedRow, other: NeedRow): boolean => one.sheet === other.sheet && one.line === other.line

function wishKey(row: NeedRow, person: string): string | null {
  if (row.name === '' || person === '' || wanted(row) === '') return null
  return JSON.stringify([person, wanted(row)])
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
