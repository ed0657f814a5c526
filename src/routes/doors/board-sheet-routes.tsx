import { Hono } from 'hono'
import { endEdition, replaceOlderSheets } from '#actions/doors/end-edition.ts'
import { makeEdition } from '#actions/doors/make-edition.ts'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { editionByNumber, hangingSheets, wishesOfEdition } from '#db/doors/edition-rows.ts'
import { withdrawnLines } from '#db/doors/naming-editions.ts'
import { type Edition, paperSizes } from '#domain/doors/edition.ts'
import { theCommunity } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, many, one, wholeNumber } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { anyoneMay, staffHere } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { BoardSheet } from '#views/doors/board-sheet.tsx'
import { shortLink } from '#views/doors/group-message.ts'
import { LiveSheet } from '#views/doors/live-sheet.tsx'
import { showDoors } from './door-routes.tsx'

export const boardSheets = new Hono<Env>()

boardSheets.post('/doors/sheets', staffHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const paper = paperSizes.find((size) => size === one(form, 'paper')) ?? 'a4'
  const asked = { communityId: community.id, door: 'board', paper, codes: many(form, 'wish') } as const
  const made = await makeEdition(c.get('services'), c.get('person'), keyOf(form), asked)
  if (made.ok) return c.redirect(`/doors/sheets/${made.answer}?c=${community.slug}`, 303)
  const error = c.get('text').doors.faults[made.why]
  return showDoors(c, { ...asked, error }, made.why === 'claimed' ? 409 : 422)
})

boardSheets.get('/doors/sheets/:number{[0-9]+}', staffHere, async (c) => {
  const edition = await sheetIn(c)
  if (!edition) return page.notFound(c)
  const { db } = c.get('services').store
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const cards = await wishesOfEdition(db, edition.id)
  const hanging = await hangingSheets(db, community.id)
  const body = (
    <BoardSheet
      page={here}
      community={community}
      edition={edition}
      wishes={cards.map((card) => ({ card, code: qrPathOf(shortLink(here.publicUrl, card.code, 'board')) }))}
      live={qrPathOf(`${here.publicUrl}/c/${community.slug}/sheets/${edition.number}`)}
      check={await checkWordsNow(c.get('services'))}
      withdrawn={await withdrawnLines(db, edition)}
      older={hanging.filter(({ number }) => number < edition.number).map(({ number }) => number)}
    />
  )
  return show(c, here, here.text.doors.sheet.number(edition.number), body)
})

boardSheets.post('/doors/sheets/:number{[0-9]+}/hung', staffHere, async (c) => {
  const edition = await sheetIn(c)
  if (!edition) return page.notFound(c)
  // If the form was sent twice, the older sheets were taken down by the first one.
  await replaceOlderSheets(c.get('services'), c.get('person'), edition)
  return c.redirect(`/doors?c=${c.get('place').community.slug}#board`, 303)
})

boardSheets.post('/doors/sheets/:number{[0-9]+}/down', staffHere, async (c) => {
  const edition = await sheetIn(c)
  if (!edition) return page.notFound(c)
  await endEdition(c.get('services'), c.get('person'), edition)
  return c.redirect(`/doors?c=${c.get('place').community.slug}#board`, 303)
})

/** The present state of the sheet, for everyone who reads it at the notice board; its QR code leads here. */
boardSheets.get('/c/:slug/sheets/:number{[0-9]+}', anyoneMay, theCommunity, async (c) => {
  const community = c.get('community')
  const { db } = c.get('services').store
  const edition = await editionByNumber(db, community.id, 'board', wholeNumber(c.req.param('number')) ?? 0)
  if (!edition) return page.notFound(c)
  const here = pageOf(c, community)
  const cards = await wishesOfEdition(db, edition.id)
  const body = <LiveSheet page={here} community={community} edition={edition} cards={cards} />
  return show(c, here, here.text.doors.sheet.number(edition.number), body)
})

const sheetIn = (c: CWith<'place'>): Promise<Edition | null> => {
  const number = wholeNumber(c.req.param('number')) ?? 0
  return editionByNumber(c.get('services').store.db, c.get('place').community.id, 'board', number)
}
