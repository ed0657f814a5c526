import type { SetName } from './figures.ts'

/** The waits of a month, each over one of its sets, so that the list behind a wait is the list of that set. */
export const spans = {
  'to-claim': { set: 'claimed' },
  'to-delivery': { set: 'deliveries' },
  'to-call': { set: 'reached' },
} as const satisfies Record<string, { readonly set: SetName }>

export type SpanName = keyof typeof spans
export const spanNames = Object.keys(spans) as readonly SpanName[]
export const isSpan = (name: string): name is SpanName => Object.hasOwn(spans, name)

/** In seconds. Null: there was no wait. */
export type Span = { readonly many: number; readonly median: number | null; readonly slowest: number | null }

/**
 * The nearest rank, from 1: the smallest rank at or below which at least this share lies. The median of ten is the
 * fifth, the slowest tenth of ten begins at the ninth; of fewer than ten it is the slowest one.
 */
export const ranks = {
  median: (many: number): number => Math.ceil(many / 2),
  slowest: (many: number): number => Math.ceil((9 * many) / 10),
} as const
