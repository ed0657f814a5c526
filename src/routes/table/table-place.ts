import type { TablePlace } from '#db/table/table-rows.ts'
import { localDay, midnight } from '#domain/time/workdays.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C } from '#http/context.ts'

export const gridIdsOf = ({ grids }: WorkPlace): readonly string[] => grids.map(({ id }) => id)

export const tablePlace = (place: WorkPlace): TablePlace => ({
  communityId: place.community.id,
  gridIds: place.isSecretary ? null : gridIdsOf(place),
})

/** The start of the community's day. */
export const startOfToday = (c: C, { community }: WorkPlace): Date => {
  const { now } = c.get('services')
  return midnight(localDay(now(), community.zone), community.zone)
}
