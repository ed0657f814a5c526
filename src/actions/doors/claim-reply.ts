import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Services } from '#src/services.ts'

type Answered = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Claims a wish for a volunteer who answered in the group. Null if the wish or the volunteer does not belong to the
 * person's place. A second press does not claim again.
 */
export async function claimReply(
  services: Services,
  actor: Person,
  code: string,
  volunteerId: string,
): Promise<Answered | null> {
  const wish = await loadWish(services.store.db, code)
  if (!wish || !isStaffOf(actor, wish)) return null
  const volunteer = await volunteerOf(services.store.db, volunteerId, wish.communityId)
  if (!volunteer) return null
  const claim = { action: 'claim', claimId: newId(), volunteer, isExtra: false, door: 'group' } as const
  const moved = await moveWish(services, actor, { code, before: wish, orders: [claim] })
  if (!moved) return null
  return moved.ok ? { ok: true } : { ok: false, refusal: moved.refusal }
}
