import { addressKey, isComplete, isSameAddress, type Where } from '#domain/reading/addresses.ts'
import { isSameName, nameKey } from '#domain/reading/names.ts'

/** The facts by which a person is recognised. `homes` are their known addresses, without empty ones. */
export type Facts = {
  readonly name: string
  readonly phones: readonly string[]
  readonly homes: readonly Where[]
}

export type Sameness = 'same' | 'unsure' | 'other'

/**
 * The same person only if the names agree, and either the complete addresses agree, or a phone number agrees and the
 * addresses do not contradict each other. With different complete addresses and no common phone number they are two
 * people. In every other case the user is asked.
 */
export function whetherSame(one: Facts, other: Facts): Sameness {
  if (nameKey(one.name) === '' || !isSameName(one.name, other.name)) return 'other'
  const between = one.homes.flatMap((home) => other.homes.map((theirs) => compareAddresses(home, theirs)))
  if (between.includes('same')) return 'same'
  if (one.phones.some((phone) => other.phones.includes(phone)))
    return between.every((relation) => relation === 'open') ? 'same' : 'unsure'
  return between.length > 0 && between.every((relation) => relation === 'different') ? 'other' : 'unsure'
}

/** `open`: one address says more than the other. `contrary`: they disagree, but one of them is incomplete. */
type Relation = 'same' | 'open' | 'contrary' | 'different'

/** 阳光小区3号楼2单元501 and 3号楼2单元501 may be the same flat written without the estate: `open`, not different. */
export function compareAddresses(one: Where, other: Where): Relation {
  if (isSameAddress(one, other)) return 'same'
  const both = partsOf(one)
    .map((part, at): readonly [string, string] => [part, partsOf(other)[at] ?? ''])
    .filter(([mine, theirs]) => mine !== '' && theirs !== '')
  const areWhole = isComplete(one) && isComplete(other)
  if (both.some(([mine, theirs]) => !agree(mine, theirs))) return areWhole ? 'different' : 'contrary'
  return areWhole && both.length === 0 ? 'different' : 'open'
}

/** An estate may follow a town or a road: 红旗路阳光小区. Numbers must be equal. */
const agree = (one: string, other: string): boolean =>
  one === other || (/^\D/u.test(one) && /^\D/u.test(other) && (one.endsWith(other) || other.endsWith(one)))

const partsOf = (where: Where): readonly string[] => [placeKey(where), where.building, where.unit, where.door]

const placeKey = ({ place }: Where): string =>
  place === '' ? '' : addressKey({ place, building: '', unit: '', door: '' }).replace(/\|+$/u, '')

export const saysWhere = ({ place, building, unit, door }: Where): boolean => place + building + unit + door !== ''

/** A line of the list whose person has to be found. `answer` is what the user said about it. */
export type Line = Facts & {
  readonly index: number
  readonly sheet: string
  readonly line: number
  readonly answer: WhoAnswer | null
}
export type OnFile = Facts & { readonly id: string }

/** `file-ID` for a resident with a file, `row-INDEX` for the person of an earlier line. */
export type PersonKey = `file-${string}` | `row-${number}`
/** `of` are the people who were offered; the answer says nothing about anyone else. */
export type WhoAnswer = { readonly is: PersonKey | 'new'; readonly of: readonly string[] }

/** Which person a line is about. */
export type WhoIs = {
  readonly person: PersonKey
  /** The people it may be if that is uncertain; `answer` is the answer about exactly these. */
  readonly asks: { readonly candidates: readonly PersonKey[]; readonly answer: PersonKey | 'new' | null } | null
  /** The line whose question has to be answered first; its own index if it is the one to answer. */
  readonly waitsFor: number | null
}

type Person = {
  readonly key: PersonKey
  readonly facts: Facts
  readonly rows: readonly number[]
  readonly waitsFor: number | null
}

/**
 * For each line, by its index: whether it is about a resident with a file, the person of an earlier line, or a new
 * person. If that is uncertain, the line counts as a person of its own and waits for an answer.
 */
export function whoIsMeant(lines: readonly Line[], files: readonly OnFile[]): ReadonlyMap<number, WhoIs> {
  const people = new Map<string, readonly Person[]>()
  for (const { id, ...facts } of files)
    add(people, { key: `file-${id}`, facts: withHomes(facts), rows: [], waitsFor: null })
  const lineOf = new Map(lines.map((line) => [line.index, line]))
  const found = new Map<number, WhoIs>()
  for (const line of lines) {
    const namesakes = people.get(nameKey(line.name)) ?? []
    const { person, asks } = ownerOf(line, namesakes, lineOf)
    const waitsFor = asks && asks.answer === null ? line.index : (person?.waitsFor ?? null)
    const whose: Person = person
      ? { ...person, facts: together(person.facts, line), rows: [...person.rows, line.index] }
      : { key: `row-${line.index}`, facts: withHomes(line), rows: [line.index], waitsFor }
    add(people, whose)
    found.set(line.index, { person: whose.key, asks, waitsFor })
  }
  return found
}

function ownerOf(
  line: Line,
  namesakes: readonly Person[],
  lineOf: ReadonlyMap<number, Line>,
): { readonly person: Person | null } & Pick<WhoIs, 'asks'> {
  // One cell with two wishes gives two rows of the same line.
  const ofThisLine = namesakes.find(({ rows }) => rows.some((index) => isSameLine(lineOf.get(index), line)))
  if (ofThisLine) return { person: ofThisLine, asks: null }
  const facts = withHomes(line)
  const possible = namesakes.filter((person) => whetherSame(person.facts, facts) !== 'other')
  const certain = possible.filter((person) => whetherSame(person.facts, facts) === 'same')
  const behindTheDoor = certain.filter((person) => sharesHome(person.facts, facts))
  const only = certain.length === 1 ? certain[0] : behindTheDoor.length === 1 ? behindTheDoor[0] : undefined
  if (only || possible.length === 0) return { person: only ?? null, asks: null }

  const candidates = possible.map(({ key }) => key)
  const answer = answerAmong(possible, line.answer)
  return { person: possible.find(({ key }) => key === answer) ?? null, asks: { candidates, answer } }
}

/** An answer applies to the people offered then; a person may be named by any of their lines. */
function answerAmong(possible: readonly Person[], said: WhoAnswer | null): PersonKey | 'new' | null {
  if (!said) return null
  const isNamed = (person: Person, names: readonly string[]) =>
    names.includes(person.key) || person.rows.some((index) => names.includes(`row-${index}`))
  if (said.is !== 'new') return possible.find((person) => isNamed(person, [said.is]))?.key ?? null
  return possible.every((person) => isNamed(person, said.of)) ? 'new' : null
}

const isSameLine = (one: Line | undefined, other: Line): boolean =>
  one !== undefined && one.sheet === other.sheet && one.line === other.line

const sharesHome = (one: Facts, other: Facts): boolean =>
  one.homes.some((home) => other.homes.some((theirs) => isSameAddress(home, theirs)))

const withHomes = ({ name, phones, homes }: Facts): Facts => ({ name, phones, homes: homes.filter(saysWhere) })

const together = (one: Facts, other: Facts): Facts => ({
  name: one.name,
  phones: [...new Set([...one.phones, ...other.phones])],
  homes: [...one.homes, ...withHomes(other).homes],
})

function add(people: Map<string, readonly Person[]>, person: Person): void {
  const name = nameKey(person.facts.name)
  const others = (people.get(name) ?? []).filter(({ key }) => key !== person.key)
  people.set(name, [...others, person])
}
