import { wholeHours } from '#domain/time/durations.ts'
import { isMonth, localMonth } from '#domain/time/workdays.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import { type Counts, type SetName, setNames } from './figures.ts'
import { type Span, type SpanName, spanNames } from './waits.ts'

/** The sides by which a month is broken down, in addition to its total. */
export const sides = ['grid', 'category', 'source', 'unit', 'reason'] as const
/** An area's month is also broken down by the areas it contains. */
export type Side = (typeof sides)[number] | 'area'

/**
 * The figures of a month as a flat list of named numbers, so that a signed month, a correction, a file and the recount
 * all use the same keys: `published`, `published@grid:g1`, `called@unit:` (without a unit), and the waits in seconds,
 * `to-claim.median`. A missing count is 0; null: there was nothing to compute it from.
 */
export type Facts = { readonly [key: string]: number | null }

type Named = { readonly id: string; readonly name: string }
/** What the secretary signed. Names are those of the day of signing, because grids and units may be renamed later. */
export type Snapshot = {
  readonly version: 1
  readonly facts: Facts
  readonly grids: readonly Named[]
  readonly units: readonly Named[]
}

/** One part of the month; `value` is null where a wish has none of that side, such as a wish without a unit. */
export type PartCounts = { readonly by: Side; readonly value: string | null; readonly counts: Counts }
type Whole = {
  readonly total: Counts
  readonly spans: Readonly<Record<SpanName, Span>>
  readonly parts: readonly PartCounts[]
}

/** The key of a figure, for the whole month or for one part. */
export const keyOf = (figure: string, by: Side | null, value: string | null): string =>
  by === null ? figure : `${figure}@${by}:${value ?? ''}`

export type FactParts = { readonly figure: string; readonly by: Side | null; readonly value: string | null }

/** The figure of a key, and its part of the month; `by` is null for the whole. */
export function partsOf(key: string): FactParts {
  const [, figure = key, by, value] = /^([^@]+)@([a-z]+):(.*)$/.exec(key) ?? []
  const side = ([...sides, 'area'] as const).find((known) => known === by)
  return side ? { figure, by: side, value: value || null } : { figure: key, by: null, value: null }
}

export const isWait = (key: string): boolean => spanNames.some((span) => key.startsWith(`${span}.`))

/** The value as people see it: a count unchanged, a wait in completed hours. */
export const shownOf = (key: string, value: number | null): number | null =>
  value !== null && isWait(key) ? wholeHours(value) : value

/** All figures of the whole and of each area, including zeros; for the other sides only what is not zero. */
export function factsOf({ total, spans, parts }: Whole): Facts {
  const listed = (counts: Counts, by: Side | null, value: string | null) =>
    setNames
      .filter((set) => by === null || by === 'grid' || by === 'area' || counts[set] > 0)
      .map((set) => [keyOf(set, by, value), counts[set]] as const)
  const waits = spanNames.flatMap((span) => [
    [`${span}.median`, spans[span].median] as const,
    [`${span}.slowest`, spans[span].slowest] as const,
  ])
  return Object.fromEntries([
    ...listed(total, null, null),
    ...waits,
    ...parts.flatMap(({ counts, by, value }) => listed(counts, by, value)),
  ])
}

/** The counts of one part, for a page. A set that did not exist when the month was signed counts 0. */
export const countsFrom = (facts: Facts, by: Side | null = null, value: string | null = null): Counts =>
  Object.fromEntries(setNames.map((set) => [set, facts[keyOf(set, by, value)] ?? 0])) as Record<SetName, number>

/** The parts of a side that the facts contain, in their order. */
export const valuesOf = (facts: Facts, side: Side): readonly (string | null)[] => [
  ...new Set(
    Object.keys(facts)
      .map(partsOf)
      .flatMap(({ by, value }) => (by === side ? [value] : [])),
  ),
]

const factIn = (facts: Facts, key: string): number | null => facts[key] ?? (isWait(key) ? null : 0)

export type Correction = {
  readonly figure: string
  readonly nth: number
  readonly oldValue: number | null
  readonly newValue: number
  readonly at: Date
  /** For everyone to read; null in corrections that were made before it was asked for. */
  readonly publicReason: CorrectionReason | null
}

/** The present value of a figure: as signed, or as the last correction says. */
export const correctedValue = (facts: Facts, corrections: readonly Correction[], key: string): number | null =>
  corrections.filter(({ figure }) => figure === key).sort((a, b) => b.nth - a.nth)[0]?.newValue ?? factIn(facts, key)

/** The signed figures unchanged, with an additional 0 for each figure that is missing but has a correction. */
export const withCorrected = (facts: Facts, corrections: readonly Correction[]): Facts => ({
  ...facts,
  ...Object.fromEntries(corrections.map(({ figure }) => [figure, factIn(facts, figure)])),
})

export type Difference = { readonly key: string; readonly held: number | null; readonly today: number | null }

/** Where a recount differs from the signed figure and its corrections; the whole month comes first. */
export const differencesOf = (signed: Facts, corrections: readonly Correction[], today: Facts): readonly Difference[] =>
  [...new Set([...Object.keys(signed), ...Object.keys(today)])]
    .map((key) => ({ key, held: correctedValue(signed, corrections, key), today: factIn(today, key) }))
    .filter(({ held, today }) => held !== today)

/** Whether a month can be signed: only after it is over in the community's zone. */
export function phaseOf(text: string, zone: string, now: Date): 'none' | 'future' | 'running' | 'over' {
  if (!isMonth(text) || text < '2000-01') return 'none'
  const current = localMonth(now, zone)
  return text > current ? 'future' : text === current ? 'running' : 'over'
}

/**
 * Why a month cannot be signed: it is signed, is not over, is before the community's first wish, or its figures changed
 * meanwhile.
 */
export type NotSigned = 'signed' | 'running' | 'future' | 'before' | 'moved'
/** Why a correction is refused. */
export type NotCorrected = 'same' | 'moved' | 'unsigned' | 'unknown'
