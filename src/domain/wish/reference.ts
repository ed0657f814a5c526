import type { RateName } from '#domain/month/figures.ts'

/**
 * What the prefecture's 12345 hotline has published about itself, in hundredths of a percent: the standard that
 * residents know, shown next to the matching figure. It is a reference and never a target: nothing is coloured, sorted
 * or judged by it. "Settled" is its share of matters with a result, which corresponds to fulfilled wishes here.
 */
const reference = {
  direct: 6610,
  reached: 9867,
  fulfilled: 9558,
  satisfied: 9356,
  called: 10000,
} as const satisfies Partial<Record<RateName, number>>

export const referenceOf = (figure: string): number | null =>
  Object.hasOwn(reference, figure) ? reference[figure as keyof typeof reference] : null
