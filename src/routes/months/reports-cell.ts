import type { Part } from '#db/months/figure-sets.ts'
import { unitNames } from '#db/wishes/unit-names.ts'
import { isItemId } from '#domain/catalogue/catalogue.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import type { ListName } from '#domain/month/figures.ts'
import { isSpan, type SpanName, spans } from '#domain/month/waits.ts'
import { referReasons, sources, withdrawReasons } from '#domain/vocabulary.ts'
import type { C } from '#http/context.ts'
import { reasonName } from '#views/reports/breakdowns.tsx'
import { without } from '#views/reports/report-shape.ts'

type Cell = { readonly parts: readonly Part[]; readonly query: Readonly<Record<string, string>> }

const oneOf = (known: readonly string[]) => (value: string) => known.includes(value)

/** The dimensions of a table that an address may name, and their possible values. */
const sides = {
  category: oneOf(categories),
  source: oneOf(sources),
  unit: (value: string) => /^[\w-]{1,64}$/.test(value),
  item: (value: string) => value === without || isItemId(value),
  reason: oneOf([...withdrawReasons, ...referReasons, 'answered']),
} as const
type Side = keyof typeof sides

/** The cell of a table to which a list is limited; null if the address names something else. */
export function cellOf(c: C): Cell | null {
  const named = (Object.keys(sides) as Side[]).flatMap((by) => {
    const value = c.req.query(by)
    return value === undefined ? [] : [{ by, value }]
  })
  if (!named.every(({ by, value }) => sides[by](value))) return null
  return {
    parts: named.map(({ by, value }) => ({ by, value: value === without ? null : value })),
    query: Object.fromEntries(named.map(({ by, value }) => [by, value])),
  }
}

/** Whether a list of that set can be ordered by that wait. */
export const isWaitOf = (span: string, set: ListName): span is SpanName => isSpan(span) && spans[span].set === set

/** The cell in words, as in its table. */
export async function cellWords(c: C, communityId: string, parts: readonly Part[]): Promise<readonly string[]> {
  const { catalogue, words, review } = c.get('text')
  const units = parts.some(({ by }) => by === 'unit') ? await unitNames(c.get('services').store.db, communityId) : []
  return parts.map(({ by, value }) => {
    if (by === 'unit') return value === null ? review.noUnit : (units.find(({ id }) => id === value)?.name ?? '')
    if (by === 'item') return isItemId(value) ? catalogue.items[value].name : review.inFreeWords
    if (by === 'category') return catalogue.categories[value as keyof typeof catalogue.categories]
    if (by === 'source') return words.source[value as keyof typeof words.source]
    return reasonName(value ?? '', words)
  })
}
