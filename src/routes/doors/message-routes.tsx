import { Hono } from 'hono'
import { endEdition } from '#actions/doors/end-edition.ts'
import { makeEdition } from '#actions/doors/make-edition.ts'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { claimedBetween, editionByNumber, sentBefore, wishesOfEdition } from '#db/doors/edition-rows.ts'
import { withdrawnLines } from '#db/doors/naming-editions.ts'
import type { Edition } from '#domain/doors/edition.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, many, wholeNumber } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { MessagePage } from '#views/doors/message-page.tsx'
import { showDoors } from './door-routes.tsx'

export const groupMessages = new Hono<Env>()

groupMessages.post('/doors/messages', staffHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const asked = { communityId: community.id, door: 'group', paper: null, codes: many(form, 'wish') } as const
  const made = await makeEdition(c.get('services'), c.get('person'), keyOf(form), asked)
  if (made.ok) return c.redirect(`/doors/messages/${made.answer}?c=${community.slug}`, 303)
  const error = c.get('text').doors.faults[made.why]
  return showDoors(c, { ...asked, error }, made.why === 'claimed' ? 409 : 422)
})

groupMessages.get('/doors/messages/:number{[0-9]+}', staffHere, async (c) => {
  const edition = await messageIn(c)
  if (!edition) return page.notFound(c)
  const { db } = c.get('services').store
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const before = await sentBefore(db, edition)
  const message = {
    community,
    zone: community.zone,
    number: edition.number,
    madeAt: edition.madeAt,
    publicUrl: here.publicUrl,
    cards: await wishesOfEdition(db, edition.id),
    check: await checkWordsNow(c.get('services')),
    claimedSince: before && (await claimedBetween(db, community.id, before, edition.madeAt)),
  }
  const code = qrPathOf(`${here.publicUrl}/c/${community.slug}`)
  const title = here.text.doors.message.title(edition.number)
  const withdrawn = await withdrawnLines(db, edition)
  const body = <MessagePage page={here} edition={edition} message={message} withdrawn={withdrawn} code={code} />
  return show(c, here, title, body)
})

groupMessages.post('/doors/messages/:number{[0-9]+}/recall', staffHere, async (c) => {
  const edition = await messageIn(c)
  if (!edition) return page.notFound(c)
  await endEdition(c.get('services'), c.get('person'), edition)
  return c.redirect(`/doors/messages/${edition.number}?c=${c.get('place').community.slug}`, 303)
})

const messageIn = (c: CWith<'place'>): Promise<Edition | null> => {
  const number = wholeNumber(c.req.param('number')) ?? 0
  return editionByNumber(c.get('services').store.db, c.get('place').community.id, 'group', number)
}
