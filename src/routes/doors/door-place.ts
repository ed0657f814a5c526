import type { DoorPlace } from '#db/doors/edition-rows.ts'
import type { WorkPlace } from '#http/work-place.ts'

/** The wishes that the reader may publish: of the community, or of a grid worker's own grids. */
export const doorPlaceOf = ({ community, isSecretary, grids }: WorkPlace): DoorPlace => ({
  communityId: community.id,
  gridIds: isSecretary ? null : grids.map(({ id }) => id),
})
