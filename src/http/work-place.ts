import type { Community, Grid } from '#db/community/area-rows.ts'

/** A community in which a person works, and the grids of it that are theirs: all of them for a secretary. */
export type WorkPlace = {
  readonly community: Community
  readonly isSecretary: boolean
  readonly grids: readonly Grid[]
  /** Every community the person works in, this one included: the page offers to switch. */
  readonly all: readonly Community[]
}
