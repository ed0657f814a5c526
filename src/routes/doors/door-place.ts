import type { DoorPlace } from '#db/doors/edition-rows.ts'
import type { WorkPlace } from '#http/community/work-place.ts'

/** The area whose wishes the reader may publish: the community, or a grid worker's own grids. */
export const doorPlaceOf = ({ community, isSecretary, grids }: WorkPlace): DoorPlace => ({
  communityId: community.id,
  gridIds: isSecretary ? null : grids.map(({ id }) => id),
})
