import { keyed } from '#auth/hashing.ts'
import type { Grid } from '#db/community/area-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import {
  type Difference,
  type DifferenceKind,
  differencesOf,
  type FileFacts,
  firstFacts,
  withTaken,
} from '#domain/lists/file-facts.ts'
import type { Candidate, Check, StoredRow } from '#domain/lists/preview.ts'
import type { NeedRow } from '#domain/lists/rows.ts'
import type { PersonKey, WhoIs } from '#domain/lists/same-person.ts'

/** What is known about a person after the rows so far. `line` is their first row, null for a resident with a file. */
export type Known = {
  readonly facts: FileFacts
  readonly gridId: string
  readonly line: number | null
  /** Differences that were declined already, so that a later line does not ask again. */
  readonly declined?: readonly string[]
}

type Around = {
  readonly listed: readonly StoredRow<NeedRow>[]
  readonly named: readonly Resident[]
  readonly grids: readonly Grid[]
  readonly ownGridIds: readonly string[]
  readonly gridIn: (written: string) => Grid | null
}

/** Whether the row cannot be judged before an earlier row says who its person is. */
export const whoWaits = (whose: WhoIs | null): boolean => whose !== null && whose.waitsFor !== null

/** Asks which person the row is about, or names the other row that has to be answered first. */
export function whoChecks(whose: WhoIs | null, index: number, around: Around): readonly Check[] {
  if (!whose) return []
  const { asks, waitsFor } = whose
  const first = waitsFor === null || waitsFor === index ? undefined : around.listed[waitsFor]
  return [
    ...(asks
      ? [
          {
            code: 'who' as const,
            candidates: asks.candidates.flatMap((key) => candidateOf(key, around) ?? []),
            answer: asks.answer,
          },
        ]
      : []),
    ...(first ? [{ code: 'waits-for' as const, line: first.row.line }] : []),
  ]
}

function candidateOf(key: PersonKey, { listed, named, grids, ownGridIds, gridIn }: Around): Candidate | null {
  const file = named.find(({ id }) => key === `file-${id}`)
  if (file) {
    const grid = grids.find(({ id }) => id === file.gridId)?.name ?? ''
    const isOwn = ownGridIds.includes(file.gridId)
    const phoneEnds = isOwn ? endsOf(file.phones) : []
    return { key, name: file.name, grid, where: isOwn ? file : null, phoneEnds, line: null }
  }
  const row = listed[Number(key.slice('row-'.length))]?.row
  if (!row) return null
  const grid = gridIn(row.gridName)?.name ?? row.gridName
  return { key, name: row.name, grid, where: row.address, phoneEnds: endsOf(row.phones), line: row.line }
}

const endsOf = (phones: readonly string[]): readonly string[] => phones.map((phone) => phone.slice(-4))

type Differs = {
  readonly check: Extract<Check, { code: 'differs' }> | null
  readonly takes: readonly DifferenceKind[]
  readonly declined: readonly string[]
}

/**
 * How the row differs from what is known about its person. Two lines about a new person may complete each other without
 * a question.
 */
export function differsFrom(before: Known, { row, changes }: StoredRow<NeedRow>, secret: string): Differs {
  const all = differencesOf(before.facts, row).filter((one) => !before.declined?.includes(keyOf(one)))
  const isWorth = (one: Difference) =>
    before.line === null || !one.adds || (one.kind === 'phones' && one.over.length > 0)
  const asked = all.filter(isWorth)
  const unasked = all.filter((one) => !isWorth(one)).map(({ kind }) => kind)
  if (asked.length === 0) return { check: null, takes: unasked, declined: [] }

  const of = keyed(secret, 'differences', JSON.stringify(asked)).slice(0, 24)
  const isOptional = asked.every(({ adds }) => adds)
  const take = changes?.of === of ? changes.take : null
  const kinds = asked.map(({ kind }) => kind)
  const declined = take === null ? [] : asked.filter(({ kind }) => !take.includes(kind)).map(keyOf)
  return {
    check: {
      code: 'differs',
      from: before.line === null ? 'file' : { line: before.line },
      differences: asked,
      of,
      take,
      isOptional,
    },
    takes: [...unasked, ...(take ?? (isOptional ? kinds : []))],
    declined,
  }
}

const keyOf = ({ kind, now }: Difference): string => JSON.stringify([kind, now])

type Took = {
  readonly takes: readonly DifferenceKind[]
  readonly gridId: string
  readonly differs: Differs | null
}

/** What is known about the person after this row. */
export const knownWith = (before: Known | null, row: NeedRow, { takes, gridId, differs }: Took): Known =>
  before
    ? {
        ...before,
        facts: withTaken(before.facts, row, takes),
        declined: [...(before.declined ?? []), ...(differs?.declined ?? [])],
      }
    : { facts: firstFacts(row), gridId, line: row.line }
