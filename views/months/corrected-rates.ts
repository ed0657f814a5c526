import type { SignedMonth } from '#db/months/month-rows.ts'
import { figureNames, figures } from '#domain/month/figures.ts'
import { correctedValue, countsFrom, keyOf, partsOf } from '#domain/month/month-facts.ts'
import type { Text } from '#text/text.ts'
import { rateWords } from '#views/reports/report-shape.ts'

/** Each rate that the corrections of a signed month change, in words, under `rate:` and the key of its figure. */
export function correctedRates({ snapshot, corrections }: SignedMonth, text: Text): Readonly<Record<string, string>> {
  const changed = new Set(corrections.map(({ figure }) => figure))
  const found: Record<string, string> = {}
  for (const key of changed) {
    const { by, value, figure } = partsOf(key)
    for (const name of figureNames) {
      const base = figures[name].of
      if (base === null || (figure !== name && figure !== base)) continue
      const at = (set: string) => correctedValue(snapshot.facts, corrections, keyOf(set, by, value)) ?? 0
      const counts = { ...countsFrom(snapshot.facts, by, value), [name]: at(name), [base]: at(base) }
      found[`rate:${keyOf(name, by, value)}`] = text.months.official.correctedRate(rateWords(name, counts, text))
    }
  }
  return found
}
