import { isMonth, localMonth } from './calendar.ts'
import { type Counts, noCounts, type SetName, setNames, sumOf } from './figures.ts'

/**
 * The figures of a month as a flat list of named numbers, so that a signed month, a correction, a file and the recount all
 * speak of the same thing by the same key: `published`, `published@grid:g1`. Null: there was nothing to reckon it from.
 */
export type Facts = { readonly [key: string]: number | null }

/** What the secretary signed. Names are those of the day of signing, for grids may be renamed. */
export type Snapshot = {
  readonly version: 1
  readonly facts: Facts
  readonly grids: readonly { readonly id: string; readonly name: string }[]
}

type Row = { readonly gridId: string; readonly counts: Counts }

const keyOf = (set: string, gridId: string | null): string => (gridId === null ? set : `${set}@grid:${gridId}`)

/** A fact's figure, and the grid it is of; null for the whole community. */
export function partsOf(key: string): { readonly figure: string; readonly gridId: string | null } {
  const [figure = '', place] = key.split('@')
  return { figure, gridId: place?.startsWith('grid:') ? place.slice('grid:'.length) : null }
}

/** Every set of the community and of each grid; a grid in which nothing happened has its zeros. */
export function factsOf(rows: readonly Row[], gridIds: readonly string[]): Facts {
  const all = new Map([
    ...gridIds.map((id) => [id, noCounts] as const),
    ...rows.map((row) => [row.gridId, row.counts] as const),
  ])
  const listed = (counts: Counts, gridId: string | null) =>
    setNames.map((set) => [keyOf(set, gridId), counts[set]] as const)
  return Object.fromEntries([
    ...listed(sumOf(rows.map(({ counts }) => counts)), null),
    ...[...all].flatMap(([gridId, counts]) => listed(counts, gridId)),
  ])
}

/** The counts that a page is made of. A set that did not exist when the month was signed was not counted then: 0. */
export const countsFrom = (facts: Facts, gridId: string | null): Counts =>
  Object.fromEntries(setNames.map((set) => [set, facts[keyOf(set, gridId)] ?? 0])) as Record<SetName, number>

export type Correction = {
  readonly figure: string
  readonly nth: number
  readonly oldValue: number | null
  readonly newValue: number
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** What holds for a figure now: what was signed, or what the last correction beside it says. */
export const correctedValue = (facts: Facts, corrections: readonly Correction[], key: string): number | null =>
  corrections.filter(({ figure }) => figure === key).sort((a, b) => b.nth - a.nth)[0]?.newValue ?? facts[key] ?? null

export type Difference = { readonly key: string; readonly held: number | null; readonly today: number | null }

/** Where a recalculation says something else than the signed figure and the corrections beside it. */
export const differencesOf = (signed: Facts, corrections: readonly Correction[], today: Facts): readonly Difference[] =>
  Object.keys(signed)
    .map((key) => ({ key, held: correctedValue(signed, corrections, key), today: today[key] ?? null }))
    .filter(({ held, today }) => held !== today)

/** Whether a month can be signed: only one that is over by the community's own clock. */
export function standOf(text: string, zone: string, now: Date): 'none' | 'future' | 'running' | 'over' {
  if (!isMonth(text) || text < '2000-01') return 'none'
  const current = localMonth(now, zone)
  return text > current ? 'future' : text === current ? 'running' : 'over'
}

/** Why a month is not signed: it is already, it is not over, it came before the community's first wish, its figures moved. */
export type NotSigned = 'signed' | 'running' | 'future' | 'before' | 'moved'
/** Why a correction is not taken. */
export type NotCorrected = 'same' | 'moved' | 'unsigned' | 'unknown'
