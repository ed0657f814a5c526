/** Wishes of one grid in the last three months: published, and claimed by anyone. */
export type GridClaims = { readonly gridId: string; readonly published: number; readonly claimed: number }

/** With fewer wishes a rate says nothing. */
const fewest = 10
/** By how many percentage points a quiet grid is below the community's rate. */
const margin = 10

/**
 * Grids whose wishes are claimed clearly less often than those of the community. One person more is asked for each of
 * their wishes: always asking those who are likeliest to say yes would widen the gap.
 */
export function quietGridsFrom(grids: readonly GridClaims[]): ReadonlySet<string> {
  const published = grids.reduce((sum, grid) => sum + grid.published, 0)
  const claimed = grids.reduce((sum, grid) => sum + grid.claimed, 0)
  const isQuiet = (grid: GridClaims) =>
    grid.published >= fewest &&
    claimed * 100 * grid.published - grid.claimed * 100 * published >= margin * published * grid.published
  return new Set(grids.filter(isQuiet).map(({ gridId }) => gridId))
}
