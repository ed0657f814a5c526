import { newId } from '#auth/hashing.ts'
import { planInvitations } from '#domain/matching/plan.ts'
import { type SentInvitation, sentInvitations } from '#domain/matching/sent-invitation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { planSetting } from './plan-setting.ts'

/**
 * Who is invited to this wish at once, because it is red or has come back. It is planned together with all others, so
 * no volunteer is taken from a more urgent wish, but only this wish's invitations are sent: the others wait for the opening hour.
 */
export async function inviteNext(services: Services, wish: Wish, now: Date): Promise<readonly SentInvitation[]> {
  const setting = await planSetting({ store: services.store, now: () => now }, wish.communityId, wish)
  if (!setting) return []
  const { invitations } = planInvitations(setting)
  return sentInvitations(
    invitations.filter(({ wishIds }) => wishIds.includes(wish.id)).map((one) => ({ ...one, wishIds: [wish.id] })),
    { communityId: wish.communityId, zone: setting.calendar.zone, at: now, volunteers: setting.volunteers, newId },
  )
}
