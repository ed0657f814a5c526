import { addressKey, isComplete } from '#domain/reading/addresses.ts'
import { squeezed } from '#domain/reading/cells.ts'
import { foldedName, nameKey } from '#domain/reading/names.ts'
import type { Doubt, Place, Problem } from './problems.ts'
import type { NeedRow, RollRow } from './rows.ts'
import { type Facts, type Line, type WhoAnswer, whetherSame, whoIsMeant } from './same-person.ts'

/**
 * Marks what only the whole list shows: a second line with the same wish of the same person, and one phone number in
 * two households. `persons` says which person each row belongs to; a row with '' is not compared. Can be run again
 * after corrections, because it removes earlier marks first.
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

/** The person of each row as far as the list alone shows, without any answers. */
function personsOf(rows: readonly NeedRow[]): readonly string[] {
  const found = whoIsMeant(
    rows.map((row, index) => lineOf(row, index, null)),
    [],
  )
  return rows.map((_, index) => found.get(index)?.person ?? '')
}

/** What of a row identifies its person. */
export const factsOf = ({ name, phones, address }: NeedRow): Facts => ({ name, phones, homes: [address] })

export const lineOf = (row: NeedRow, index: number, answer: WhoAnswer | null): Line => ({
  ...factsOf(row),
  index,
  sheet: row.sheet,
  line: row.line,
  answer,
})

/** Marks a phone number that appears twice in a roll: volunteers sign in with it, so each can have only one owner. */
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
 * The text that identifies a row when the same list is imported again, in any order; the caller hashes it. Quantity,
 * value and line number are left out, so that a corrected list does not add its rows again either. `nth` comes from
 * `nthOfText`.
 */
export function fingerprintText(row: NeedRow | RollRow, period: string | null, nth = 0): string {
  if ('strengths' in row) return JSON.stringify(['roll', row.phone ?? foldedName(row.name)])
  const text = ['need', period ?? '', foldedName(row.name), reachedAt(row), wanted(row)]
  return JSON.stringify(nth > 0 ? [...text, nth] : text)
}

/**
 * Two people with the same name may share a phone, or have none, and want the same item. The second gets a different
 * fingerprint; otherwise it would count as already imported. Rows that are certainly about the same person get the same
 * one.
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
