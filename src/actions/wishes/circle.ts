import { inviteNext } from '#actions/matching/invite-next.ts'
import { communityById } from '#db/community/area-rows.ts'
import { holdersOf, holdersOfAny } from '#db/people/people-rows.ts'
import { type Circle, concerns } from '#domain/notifications.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import type { Services } from '#src/services.ts'

/** The people around a wish whom this event may concern. Only those who are informed are looked up. */
export async function circleOf(services: Services, event: WishEvent, after: Wish): Promise<Circle> {
  const { db } = services.store
  const { communityId, gridId, at } = event
  const invitations = concerns(event, 'fitting') ? await inviteNext(services, after, at) : []
  return {
    secretaries: concerns(event, 'secretaries') ? await holdersOf(db, 'secretary', communityId, at) : [],
    gridWorkers: concerns(event, 'gridWorkers') ? await holdersOf(db, 'gridWorker', gridId, at) : [],
    supervisors: concerns(event, 'supervisors') ? await supervisorsOf(services, communityId, at) : [],
    fitting: invitations.map(({ personId }) => personId),
    invitations,
  }
}

/** The supervisors of every area that contains the community. */
export async function supervisorsOf({ store }: Services, communityId: string, at: Date): Promise<readonly string[]> {
  const community = await communityById(store.db, communityId)
  const above = community?.path.split('/').filter(Boolean) ?? []
  return holdersOfAny(store.db, 'supervisor', above, at)
}
