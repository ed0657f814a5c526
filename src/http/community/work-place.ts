import type { Community, Grid } from '#db/community/area-rows.ts'

/** A community in which a person works, with their grids there: all of them for a secretary. */
export type WorkPlace = {
  readonly community: Community
  readonly isSecretary: boolean
  readonly grids: readonly Grid[]
  /** Every community the person works in, including this one; the page offers to switch. */
  readonly all: readonly Community[]
}
