/**
 * The figures of a month as a flat list of named numbers, so that a signed month, a correction, a file and the recount all
 * speak of the same thing by the same key: `published`, `published@grid:g1`. Null: there was nothing to reckon it from.
 */
export type Facts = { readonly [key: string]: number | null }

/** What the secretary signed. Names are those of the day of signing, for grids and units may be renamed. */
export type Snapshot = {
  readonly version: 1
  readonly facts: Facts
  readonly grids: readonly { readonly id: string; readonly name: string }[]
}
