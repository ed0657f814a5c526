import { Hono } from 'hono'
import { tellStep } from '#actions/wishes/tell-step.ts'
import { stepToTell } from '#db/desk/steps-to-tell.ts'
import { toInformAbout } from '#db/desk/to-inform.ts'
import { visitorNames } from '#db/receipts/receipt-rows.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { one, wholeNumber } from '#http/form/fields.ts'
import { MalformedBody, readForm } from '#http/form/read-form.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { openCallContact } from '#routes/wishes/call-contact.ts'
import { InformPage } from '#views/callbacks/inform-page.tsx'
import { StepPage } from '#views/callbacks/step-calls.tsx'

export const toInform = new Hono<Env>()

/**
 * The page for one call about a changed date, for staff of the place; each opening is recorded as a look at the
 * contact.
 */
toInform.get('/wishes/:code{[0-9-]+}/tell', staff, staffWish, async (c) => {
  const wish = c.get('wish')
  const row = await toInformAbout(c.get('services').store.db, wish.id)
  if (!row) return showStep(c, wish)
  const contact = await openCallContact(c, wish)
  if (!contact) return page.notFound(c)

  const { resident, community, watermark } = contact
  const here = pageOf(c, community)
  const body = <InformPage page={here} row={row} resident={resident} zone={community.zone} watermark={watermark} />
  return show(c, here, here.text.waits.tell.title, body)
})

toInform.post('/wishes/:code{[0-9-]+}/told', staff, staffWish, async (c) => {
  const seq = wholeNumber(one(await readForm(c), 'seq'))
  if (seq === null) throw new MalformedBody()
  await tellStep(c.get('services'), c.get('person'), c.get('wish'), seq)
  return c.redirect('/callbacks#steps-to-tell', 303)
})

async function showStep(c: C, wish: Wish): Promise<Response> {
  const { store, now } = c.get('services')
  const row = await stepToTell(store.db, wish.id, now())
  // Someone else was quicker, and the wish's page shows it.
  if (!row) return c.redirect(`/wishes/${wish.code}`, 303)
  const contact = await openCallContact(c, wish)
  if (!contact) return page.notFound(c)
  const { resident, community, watermark } = contact
  const visitor = await visitorNames(store.db, row.claimantId ?? '', row.unitId)
  const here = pageOf(c, community)
  const props = { page: here, row, resident, zone: community.zone, visitor, watermark }
  return show(c, here, here.text.waits.steps.kind[row.kind], <StepPage {...props} />)
}
