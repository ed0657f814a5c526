import { Hono } from 'hono'
import { recordLook } from '#actions/residents/record-look.ts'
import { communityById } from '#db/community/area-rows.ts'
import { toInformAbout } from '#db/desk/to-inform.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { detailsOf } from '#db/wishes/wish-rows.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { Env } from '#http/context.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { TellPage } from '#views/callbacks/inform-page.tsx'

export const toInform = new Hono<Env>()

/**
 * The page for one call about a changed date, for staff of the place; each opening is recorded as a look at the
 * contact.
 */
toInform.get('/wishes/:code{[0-9-]+}/tell', staff, staffWish, async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const [person, wish] = [c.get('person'), c.get('wish')]
  const row = await toInformAbout(db, wish.id)
  // Someone else was quicker, and the wish's page shows it.
  if (!row) return c.redirect(`/wishes/${wish.code}`, 303)
  const details = await detailsOf(db, wish.id)
  const resident = details && (await residentOf(db, details.residentId))
  const community = await communityById(db, wish.communityId)
  if (!resident || !community) return page.notFound(c)

  await recordLook(services, person, { page: 'call', wishId: wish.id, residentId: resident.id, round: wish.round })
  const here = pageOf(c, community)
  const { text } = here
  const watermark = text.card.contactFor(person.name, text.time.moment(services.now()))
  const body = <TellPage page={here} row={row} resident={resident} zone={community.zone} watermark={watermark} />
  return show(c, here, text.waits.tell.title, body)
})
