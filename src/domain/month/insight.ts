import { type ActivityKind, activityFor } from '#domain/activities.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'

/** An item of the catalogue, or all free-text wishes of a category, and how often it was asked for. */
export type AskedThing = { readonly itemId: string | null; readonly category: Category; readonly count: number }
export type Insight = AskedThing & { readonly before: number; readonly kind: ActivityKind }

const atMost = 3

/**
 * The most wished for, and the largest increases over the month before; `before` is null where there was none. A single
 * wish is no trend. Free-text wishes are not one item: they come last and are never an increase. Equal ones are in the
 * order of their ids, so that the page stays the same.
 */
export function insightsOf(now: readonly AskedThing[], before: readonly AskedThing[] | null) {
  const keyOf = ({ itemId, category }: AskedThing) => itemId ?? `${category}?`
  const earlier = new Map(before?.map((thing) => [keyOf(thing), thing.count]))
  const compared = now
    .filter(({ count }) => count > 1)
    .map((thing) => ({
      ...thing,
      before: earlier.get(keyOf(thing)) ?? 0,
      kind: activityFor(thing.itemId, thing.category),
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const things = compared.filter(({ itemId }) => itemId !== null)
  const others = compared.filter(({ itemId }) => itemId === null)
  const rise = ({ count, before }: Insight) => count - before
  return {
    most: [...things.toSorted((a, b) => b.count - a.count).slice(0, atMost), ...others],
    rose: before
      ? things
          .filter((one) => rise(one) > 0)
          .sort((a, b) => rise(b) - rise(a))
          .slice(0, atMost)
      : [],
  }
}
