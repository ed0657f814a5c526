import { type FigureName, figures, rateOf, setNames } from '#domain/month/figures.ts'
import { partsOf, type Snapshot, shownOf } from '#domain/month/month-facts.ts'
import type { Text } from '#text/text.ts'
import { figureName, partName } from '#views/months/facts.ts'

/** A line of the figures' files: one fact with its key, its name in words, and its denominator. */
export type FigureLine = {
  readonly key: string
  readonly figure: string
  readonly part: string
  /** A count, or the whole hours of a wait. */
  readonly value: number | null
  readonly of: string
  readonly base: number | null
  /** In percent; null if there is no rate, or the numbers are too small for one. */
  readonly rate: number | null
  readonly corrected: number | null
}

type Given = Omit<Snapshot, 'version'> & {
  readonly corrected: ReadonlyMap<string, number>
  readonly whole?: string
}

/** Every fact of a month as a line, in the order of the facts. */
export const figureLines = ({ facts, corrected, ...names }: Given, text: Text): readonly FigureLine[] =>
  Object.entries(facts).map(([key, value]) => {
    const parts = partsOf(key)
    const set = setNames.find((name) => name === parts.figure)
    const of = set && set in figures ? figures[set as FigureName].of : null
    const base = of === null ? null : (facts[key.replace(parts.figure, of)] ?? 0)
    const rate = base === null || value === null ? null : rateOf(value, base)
    return {
      key,
      value: shownOf(key, value),
      figure: figureName(parts.figure, text),
      part: partName(parts, names, text),
      of: of === null ? '' : text.reports.names[of],
      base,
      rate: rate?.kind === 'percent' ? rate.tenths / 10 : null,
      corrected: shownOf(key, corrected.get(key) ?? null),
    }
  })
