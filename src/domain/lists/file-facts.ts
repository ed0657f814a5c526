import type { Where } from '#domain/reading/addresses.ts'
import type { Sex } from '#domain/reading/names.ts'
import type { AgeBand } from '#domain/vocabulary.ts'
import type { NeedRow } from './rows.ts'
import { compareAddresses, saysWhere } from './same-person.ts'

/** The facts about a person that both a list and a resident's file contain. */
export type FileFacts = Where & {
  readonly sex: Sex | null
  readonly ageBand: AgeBand | null
  readonly phones: readonly string[]
}

export const differenceKinds = ['address', 'age', 'phones'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/**
 * A difference between a line and the file. A contradiction has to be answered before the line is imported; an addition
 * to the file is taken over unless the user declines it. `over` are phone numbers for which the file has no room left.
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

/** The form of a file has three fields for phone numbers. */
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

/** The file after the accepted differences were taken over. */
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

/** The file of a new person, from the first line about them. */
export const firstFacts = ({ address, ageBand, phones, sex }: Said): FileFacts => ({
  ...whereOf(address),
  ageBand: ageBand === 'under14' ? null : ageBand,
  phones,
  sex,
})

const whereOf = ({ place, building, unit, door }: Where): Where => ({ place, building, unit, door })

/** Fills in what one of two addresses leaves open from the other. */
const moreOf = (one: Where, other: Where): Where => ({
  place: other.place.length > one.place.length ? other.place : one.place,
  building: one.building || other.building,
  unit: one.unit || other.unit,
  door: one.door || other.door,
})
