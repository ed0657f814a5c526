import { Hono } from 'hono'
import { toInformAbout } from '#db/desk/to-inform.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { Env } from '#http/context.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { openCallContact } from '#routes/wishes/call-contact.ts'
import { InformPage } from '#views/callbacks/inform-page.tsx'

export const toInform = new Hono<Env>()

/**
 * The page for one call about a changed date, for staff of the place; each opening is recorded as a look at the
 * contact.
 */
toInform.get('/wishes/:code{[0-9-]+}/tell', staff, staffWish, async (c) => {
  const wish = c.get('wish')
  const row = await toInformAbout(c.get('services').store.db, wish.id)
  // Someone else was quicker, and the wish's page shows it.
  if (!row) return c.redirect(`/wishes/${wish.code}`, 303)
  const contact = await openCallContact(c, wish)
  if (!contact) return page.notFound(c)

  const { resident, community, watermark } = contact
  const here = pageOf(c, community)
  const body = <InformPage page={here} row={row} resident={resident} zone={community.zone} watermark={watermark} />
  return show(c, here, here.text.waits.tell.title, body)
})
