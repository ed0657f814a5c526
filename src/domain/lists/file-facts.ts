import type { Where } from '#domain/reading/addresses.ts'
import type { Sex } from '#domain/reading/names.ts'
import type { AgeBand } from '#domain/vocabulary.ts'
import type { NeedRow } from './rows.ts'
import { compareAddresses, saysWhere } from './same-person.ts'

/** What a list and a resident's file both say of a person. */
export type FileFacts = Where & {
  readonly sex: Sex | null
  readonly ageBand: AgeBand | null
  readonly phones: readonly string[]
}

export const differenceKinds = ['address', 'age', 'phones'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/**
 * What a line says otherwise than the file. A contradiction is answered before the line is taken; what only adds to the
 * file is taken unless somebody says no. `over` are numbers that no longer fit into the file.
 */
export type Difference =
  | { readonly kind: 'address'; readonly adds: boolean; readonly was: Where; readonly now: Where }
  | { readonly kind: 'age'; readonly adds: boolean; readonly was: AgeBand | null; readonly now: AgeBand }
  | {
      readonly kind: 'phones'
      readonly adds: true
      readonly was: readonly string[]
      readonly now: readonly string[]
      readonly over: readonly string[]
    }

/** The form of a file has three lines for numbers. */
const mostPhones = 3

type Said = Pick<NeedRow, 'address' | 'ageBand' | 'phones' | 'sex'>

export function differencesOf(file: FileFacts, { address, ageBand, phones }: Said): readonly Difference[] {
  const found: Difference[] = []
  const relation = compareAddresses(file, address)
  const adds = relation === 'open'
  const now = adds ? moreOf(file, address) : whereOf(address)
  if (saysWhere(address) && relation !== 'same' && JSON.stringify(now) !== JSON.stringify(whereOf(file)))
    found.push({ kind: 'address', adds, was: whereOf(file), now })
  if (ageBand && ageBand !== 'under14' && ageBand !== file.ageBand)
    found.push({ kind: 'age', adds: file.ageBand === null, was: file.ageBand, now: ageBand })
  const fresh = phones.filter((phone) => !file.phones.includes(phone))
  const room = Math.max(0, mostPhones - file.phones.length)
  const numbers = { was: file.phones, now: fresh.slice(0, room), over: fresh.slice(room) }
  if (fresh.length > 0) found.push({ kind: 'phones', adds: true, ...numbers })
  return found
}

/** The file with those differences that are taken. */
export function withTaken(file: FileFacts, said: Said, takes: readonly DifferenceKind[]): FileFacts {
  const taken = differencesOf(file, said).filter(({ kind }) => takes.includes(kind))
  return taken.reduce(withOne, { ...file, sex: file.sex ?? said.sex })
}

function withOne(facts: FileFacts, difference: Difference): FileFacts {
  switch (difference.kind) {
    case 'address':
      return { ...facts, ...difference.now }
    case 'age':
      return { ...facts, ageBand: difference.now }
    case 'phones':
      return { ...facts, phones: [...facts.phones, ...difference.now] }
  }
}

/** A new person's file, from the first line that tells of them. */
export const firstFacts = ({ address, ageBand, phones, sex }: Said): FileFacts => ({
  ...whereOf(address),
  ageBand: ageBand === 'under14' ? null : ageBand,
  phones,
  sex,
})

const whereOf = ({ place, building, unit, door }: Where): Where => ({ place, building, unit, door })

/** Where each leaves something open, what the other says. */
const moreOf = (one: Where, other: Where): Where => ({
  place: other.place.length > one.place.length ? other.place : one.place,
  building: one.building || other.building,
  unit: one.unit || other.unit,
  door: one.door || other.door,
})
