import { recordLook } from '#actions/residents/record-look.ts'
import { communityById } from '#db/community/area-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { detailsOf } from '#db/wishes/wish-rows.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'

/**
 * The resident of a wish, for staff who are about to call, with the reader's name and time to write across the page. The
 * look is recorded. Null where the resident's data has been erased.
 */
export async function openCallContact(c: C, wish: Wish) {
  const services = c.get('services')
  const { db } = services.store
  const actor = c.get('actor')
  const details = await detailsOf(db, wish.id)
  const resident = details && (await residentOf(db, details.residentId))
  const community = await communityById(db, wish.communityId)
  if (!details || !resident || !community) return null

  await recordLook(services, actor, { page: 'call', wishId: wish.id, residentId: resident.id, round: wish.round })
  const text = c.get('text')
  const name = actor.kind === 'person' ? actor.name : ''
  const watermark = text.card.contactFor(name, text.time.moment(services.now()))
  return { details, resident, community, watermark }
}
